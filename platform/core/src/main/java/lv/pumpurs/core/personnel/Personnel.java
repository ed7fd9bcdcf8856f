package lv.pumpurs.core.personnel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lv.pumpurs.core.personnel.GrantView.Named;
import lv.pumpurs.core.personnel.StaffListView.SchoolChoice;
import lv.pumpurs.core.tenancy.RowCursor;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** The staff of a tenant as their administrators see them: the reader's reach is part of every query. */
@Dependent
public class Personnel {

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Personnel(EntityManager entities) {
        this.entities = entities;
    }

    /** How many there are. */
    long count(StaffFilter filter, UUID reader, Set<Role> roles) {
        StaffQuery query = new StaffQuery(reader, roles, filter);
        return ((Number) query.in(entities, query.count()).getSingleResult()).longValue();
    }

    /** One page, in two statements. */
    List<StaffRow> page(StaffFilter filter, ListQuery asked, UUID reader, Set<Role> roles) {
        StaffQuery query = new StaffQuery(reader, roles, filter);
        int last = query.parameters();
        List<?> people = query
            .in(entities, query.rows(asked.sort(), asked.descending()) + " limit ?" + (last + 1) + " offset ?"
                    + (last + 2))
            .setParameter(last + 1, asked.size())
            .setParameter(last + 2, asked.offset())
            .getResultList();
        return withRoles(people, reader, roles);
    }

    /** Every member of staff of a list; roles are asked for once for many people. */
    void each(StaffFilter filter, ListQuery asked, UUID reader, Set<Role> roles, Consumer<StaffRow> each) {
        StaffQuery query = new StaffQuery(reader, roles, filter);
        RowCursor.each(query.in(entities, query.rows(asked.sort(), asked.descending())),
                rows -> withRoles(rows, reader, roles).forEach(each));
    }

    /** One member of staff; out of reach and not there look the same. */
    Optional<StaffRow> find(UUID id, UUID reader, Set<Role> roles) {
        StaffQuery query = new StaffQuery(reader, roles, new StaffFilter(null, null, null));
        List<?> people = query.in(entities, query.one(id)).getResultList();
        return withRoles(people, reader, roles).stream().findFirst();
    }

    private List<StaffRow> withRoles(List<?> people, UUID reader, Set<Role> roles) {
        List<Object[]> rows = people.stream().map(Object[].class::cast).toList();
        String keys = String.join(",", rows.stream().map(row -> row[0].toString()).toList());
        Map<UUID, List<RoleLine>> held = new HashMap<>();
        List<?> lines = entities.createNativeQuery(StaffQuery.roles(roles))
            .setParameter(1, reader)
            .setParameter(2, keys)
            .getResultList();
        for (Object line : lines) {
            Object[] row = (Object[]) line;
            held.computeIfAbsent((UUID) row[1], key -> new ArrayList<>()).add(RoleLine.of(row));
        }
        return rows.stream()
            .map(row -> new StaffRow((UUID) row[0], (String) row[1], (String) row[2], (String) row[3],
                    held.getOrDefault((UUID) row[0], List.of())))
            .toList();
    }

    /** A person with the roles that hold today, each with its schools. */
    Granter granter(UUID person) {
        Map<Role, Set<UUID>> schools = new EnumMap<>(Role.class);
        for (Object row : entities
            .createNativeQuery("select r.role, r.school_id from staff_role_today r where r.staff_id = ?1")
            .setParameter(1, person)
            .getResultList()) {
            Object[] role = (Object[]) row;
            Set<UUID> places = schools.computeIfAbsent(Role.valueOf((String) role[0]), key -> new HashSet<>());
            @Nullable
            UUID school = (UUID) role[1];
            if (school != null) {
                places.add(school);
            }
        }
        return new Granter(person, schools);
    }

    /** The schools where the reader may see staff, in the order of the alphabet. */
    List<SchoolChoice> schools(UUID reader, Set<Role> roles) {
        String reach = roles.contains(Role.TENANT_ADMIN)
                ? "exists (select 1 from staff_role_today m where m.staff_id = ?1 and m.role = 'TENANT_ADMIN') or "
                : "";
        List<?> rows = entities.createNativeQuery("select c.id, c.name from school c where " + reach
                + "c.id in (select m.school_id from staff_role_today m where m.staff_id = ?1"
                + " and m.role = 'SCHOOL_ADMIN') order by c.name")
            .setParameter(1, reader)
            .getResultList();
        return rows.stream()
            .map(row -> (Object[]) row)
            .map(row -> new SchoolChoice((UUID) row[0], (String) row[1]))
            .toList();
    }

    /** Who holds one of some roles today, as the own role, in the reader's reach. */
    List<Named> holders(Set<Role> grantable, UUID reader, Set<Role> roles) {
        StaffQuery query = new StaffQuery(reader, roles, new StaffFilter(null, null, "NOW"));
        List<?> rows = query.in(entities, query.rows("name", false)).getResultList();
        return withRoles(rows, reader, roles).stream()
            .filter(one -> one.roles()
                .stream()
                .anyMatch(role -> role.state().equals("NOW") && role.deputyFor() == null
                        && grantable.contains(role.role())))
            .map(one -> new Named(one.id(), one.givenName() + " " + one.familyName()))
            .toList();
    }

    /** Professions of providers that measures of the catalogue are given by. */
    List<String> professions() {
        List<?> codes = entities
            .createNativeQuery("select distinct k.provider_role from measure_kind k where k.provider_role is not null"
                    + " order by 1")
            .getResultList();
        return codes.stream().map(String.class::cast).toList();
    }
}
