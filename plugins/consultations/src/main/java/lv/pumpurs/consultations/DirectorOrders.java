package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.school.SchoolName;
import lv.pumpurs.spi.staff.StaffName;

/** The orders of directors in the bound tenant, as far as a person has a role at their schools. */
@Dependent
public class DirectorOrders {

    private static final String IN_REACH = """
            exists (select a.schoolId from SchoolAccess a
                    where a.schoolId = o.schoolId and a.personId = :me and a.role in :roles)
            and\s""" + Consultations.SWITCHED_ON.replace("c.schoolId", "o.schoolId");

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant
     */
    @Inject
    public DirectorOrders(EntityManager em) {
        this.em = em;
    }

    /** A new one; a school has each number of a day once. */
    void add(DirectorOrder order) {
        em.persist(order);
        try {
            em.flush();
        } catch (PersistenceException refused) {
            if (Broken.is(refused, "consultation_order_school_id_number_ordered_on_key")) {
                throw ConsultationProblem.ORDER_WRONG.at("number");
            }
            throw refused;
        }
    }

    /** Takes one away that was written down by mistake, and under which nobody consults at the same moment either. */
    void remove(DirectorOrder order) {
        ConsultationProblem.ORDER_USED.unless(em
            .createQuery("select count(c) from Consultation c where c.orderId = :order", Long.class)
            .setParameter("order", order.id())
            .getSingleResult() == 0);
        try {
            em.remove(order);
            em.flush();
        } catch (PersistenceException refused) {
            ConsultationProblem.ORDER_USED.unless(!Broken.is(refused, "consultation_order_id_fkey"));
            throw refused;
        }
    }

    /** Those of some schools that hold on a day, the latest first. */
    List<DirectorOrder> on(LocalDate day, Collection<UUID> schools) {
        return em.createQuery("select o from DirectorOrder o where o.schoolId in :schools"
                + " and o.validFrom <= :day and o.validTo >= :day order by o.orderedOn desc, o.id desc",
                DirectorOrder.class)
            .setParameter("schools", schools)
            .setParameter("day", day)
            .getResultList();
    }

    /** Those in reach, the latest first. */
    List<DirectorOrder> of(UUID me, Set<Role> roles, int most) {
        return em.createQuery("select o from DirectorOrder o where " + IN_REACH
                + " order by o.orderedOn desc, o.id desc", DirectorOrder.class)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .setHint("eclipselink.batch", "o.providers")
            .setHint("eclipselink.batch", "o.plans")
            .setMaxResults(most)
            .getResultList();
    }

    /** One in reach. */
    Optional<DirectorOrder> find(UUID id, UUID me, Set<Role> roles) {
        return em.createQuery("select o from DirectorOrder o where o.id = :id and " + IN_REACH, DirectorOrder.class)
            .setParameter("id", id)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .getResultStream()
            .findFirst();
    }

    /** One by key, for whoever reads a consultation under it. */
    Optional<DirectorOrder> known(UUID id) {
        return Optional.ofNullable(em.find(DirectorOrder.class, id));
    }

    /** Schools for which a person may write orders down. */
    List<SchoolName> schools(UUID me, Set<Role> roles) {
        return em.createQuery("""
                select o from SchoolName o where exists (select a.schoolId from SchoolAccess a
                    where a.schoolId = o.id and a.personId = :me and a.role in :roles)
                  and exists (select e.schoolId from EnabledSchool e
                    where e.plugin = 'consultations' and e.schoolId = o.id)
                order by o.name, o.id""", SchoolName.class)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .getResultList();
    }

    /** Providers with a measure in a plan of a school that is in force on a day or later. */
    List<StaffName> providers(Collection<UUID> schools, LocalDate day) {
        return schools.isEmpty()
                ? List.of()
                : em.createQuery("""
                        select s from StaffName s where exists (select m.id from PlanMeasure m, LearnerPlan p
                            where m.planId = p.id and m.providerId = s.id and p.schoolId in :schools
                              and p.activeTo >= :day)
                        order by s.familyName, s.givenName, s.id""", StaffName.class)
                    .setParameter("schools", schools)
                    .setParameter("day", day)
                    .getResultList();
    }

    /** Which of some ID codes belong to plans of a school. */
    Set<String> plansOf(UUID school, Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : em.createQuery("select p.code from LearnerPlan p where p.schoolId = :school and p.code in :codes",
                        String.class)
                    .setParameter("school", school)
                    .setParameter("codes", codes)
                    .getResultStream()
                    .collect(Collectors.toSet());
    }

    /** Names of some of the staff. */
    Map<UUID, String> names(Collection<UUID> staff) {
        return staff.isEmpty()
                ? Map.of()
                : em.createQuery("select s from StaffName s where s.id in :keys", StaffName.class)
                    .setParameter("keys", staff)
                    .getResultStream()
                    .collect(Collectors.toMap(StaffName::id, StaffName::name));
    }
}
