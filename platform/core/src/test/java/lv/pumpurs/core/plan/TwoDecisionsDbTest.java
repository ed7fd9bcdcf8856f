package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.core.web.WebProblem;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Two people who decide on the same plan at the same moment, each in a transaction of their own. */
class TwoDecisionsDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final PlanDays DAYS = new PlanDays(LocalDate.of(2020, 9, 1), LocalDate.of(2020, 12, 18));

    @Test
    void of_two_who_approve_the_same_step_at_once_one_wins_and_the_other_is_told_so() throws Exception {
        Town.publishCatalogues();
        Made one = TwoTenants.database().entityManagers().inTransaction(TwoTenants.BETA, null, Made::in);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> approval = () -> {
                try {
                    return TwoTenants.database().entityManagers().inTransaction(TwoTenants.BETA, null, one::approve);
                } catch (Refused second) {
                    assertThat(second.type()).isIn(PlanProblem.WRONG_STATE, PlanProblem.NOT_THIS_STEP,
                            WebProblem.CONFLICT);
                    return false;
                }
            };
            assertThat(pool.invokeAll(List.of(approval, approval)).stream().map(done -> {
                try {
                    return done.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            })).containsExactlyInAnyOrder(true, false);
            List<DecisionView> decisions = TwoTenants.database()
                .entityManagers()
                .inTransaction(TwoTenants.BETA, null, em -> new SupportPlans(em).decisions(one.plan()));
            assertThat(decisions).hasSize(1);
        } finally {
            TwoTenants.database().entityManagers().inTransaction(TwoTenants.BETA, null, one::forget);
        }
    }

    /** A plan in approval that is really there, for two connections to see. */
    private record Made(UUID plan, UUID director, int version) {

        static Made in(EntityManager em) {
            Town town = Town.kept(em);
            var director = town.staff(Ids.next() + "@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            var plan = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, town.author().id());
            plan.submit();
            town.entities();
            return new Made(plan.id(), director.id(), plan.version());
        }

        boolean approve(EntityManager em) {
            var plans = new SupportPlans(em);
            var held = plans.atHand(plan, director, Set.of(Role.SCHOOL_DIRECTOR)).orElseThrow();
            var actor = new PlanActor(director,
                    plans.rolesAt(held.subject().schoolId(), held.subject().learnerId(), director),
                    new Programmes(em).approvalChain(Town.PROGRAMME), DAY);
            new ReadVersion(version, true).require(held.version());
            PlanAct.DECIDE.require(held, actor);
            held.approve(actor.chain(), new PlanAtHand(held, actor).decision(null), DAYS);
            plans.write();
            return true;
        }

        boolean forget(EntityManager em) {
            em.remove(em.find(SupportPlan.class, plan));
            em.flush();
            for (String table : List.of("enrolment", "learner", "staff_role", "staff")) {
                em.createNativeQuery("delete from " + table).executeUpdate();
            }
            em.createNativeQuery("delete from school where name = 'Mazpilsētas vidusskola'").executeUpdate();
            return true;
        }
    }
}
