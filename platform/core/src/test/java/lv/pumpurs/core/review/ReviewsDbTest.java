package lv.pumpurs.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.plan.Decision;
import lv.pumpurs.core.plan.PlanDays;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The nation's queue says what the tenants' plans say, at every step, and each reviewer sees the own part. */
class ReviewsDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final PlanDays DAYS = new PlanDays(LocalDate.of(2020, 9, 1), LocalDate.of(2020, 12, 18));
    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final String ALL = "visi@operators.test";
    private static final String SOME = "dalu@operators.test";

    private UUID director = Ids.next();
    private UUID coordinator = Ids.next();
    private UUID plan = Ids.next();
    private String code = "";

    @BeforeEach
    void a_plan_and_two_reviewers() throws SQLException {
        Town.publishCatalogues();
        tenant(TwoTenants.BETA, em -> {
            Town town = Town.kept(em);
            director = town.staff(Ids.next() + "@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()))
                .id();
            coordinator = town.staff(Ids.next() + "@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
            SupportPlan made = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, town.author().id());
            plan = made.id();
            code = made.code().value();
            return true;
        });
        run("""
                insert into nation.operator (id, email, name, role, valid_from, tenants) values
                 (gen_random_uuid(), '%s', 'V', 'OPERATOR_REVIEWER', '2020-01-01', null),
                 (gen_random_uuid(), '%s', 'D', 'OPERATOR_REVIEWER', '2020-01-01', '{alfa}')""".formatted(ALL, SOME));
    }

    @AfterEach
    void forget() throws SQLException {
        run("delete from nation.operator where email in ('%s', '%s')".formatted(ALL, SOME));
        remove();
        tenant(TwoTenants.BETA, em -> {
            List.of("enrolment", "learner", "staff_role", "staff")
                .forEach(table -> em.createNativeQuery("delete from " + table).executeUpdate());
            return em.createNativeQuery("delete from school where name = 'Mazpilsētas vidusskola'").executeUpdate();
        });
    }

    @Test
    void a_plan_is_in_the_queue_from_the_step_of_the_operator_until_it_leaves_that_step() throws SQLException {
        act(SupportPlan::submit);
        assertThat(waiting()).isEmpty();
        act(it -> it.approve(chain(), decided(Role.SCHOOL_DIRECTOR, director, null), DAYS));
        assertThat(waiting()).isEmpty();
        act(it -> it.approve(chain(), decided(Role.TENANT_COORDINATOR, coordinator, null), DAYS));
        assertThat(waiting()).containsExactly("t_beta " + code);
        act(it -> it.giveBack(chain(), decided(Role.OPERATOR_REVIEWER, null, "Precizēt")));
        assertThat(waiting()).isEmpty();
        toOperator();
        act(it -> it.withdraw(director, DAY));
        assertThat(waiting()).isEmpty();
        toOperator();
        assertThat(waiting()).containsExactly("t_beta " + code);
        act(it -> it.approve(chain(), decided(Role.OPERATOR_REVIEWER, null, null), DAYS));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void an_amendment_waits_for_the_operator_as_the_plan_did() throws SQLException {
        toOperator();
        act(it -> it.approve(chain(), decided(Role.OPERATOR_REVIEWER, null, null), DAYS));
        tenant(TwoTenants.BETA,
                em -> em
                    .createNativeQuery(
                            """
                insert into plan_amendment (id, plan_id, edition, author_id, stage, started_on, proposed)
                select p.id, p.id, 2, p.author_id, 'IN_APPROVAL', p.approved_on, '{}' from support_plan p where p.id = ?1""")
                    .setParameter(1, plan)
                    .executeUpdate());
        for (int step = 1; step <= 3; step++) {
            step(step);
            assertThat(waiting()).hasSize(step == 3 ? 1 : 0);
        }
        step(null);
        assertThat(waiting()).isEmpty();
    }

    private void step(@Nullable Integer step) {
        tenant(TwoTenants.BETA, em -> em
            .createNativeQuery("update support_plan set approval_step = cast(?2 as integer) where id = ?1")
            .setParameter(1, plan)
            .setParameter(2, step == null ? null : step.toString())
            .executeUpdate());
    }

    @Test
    void a_plan_that_vanishes_leaves_the_queue() throws SQLException {
        toOperator();
        assertThat(waiting()).containsExactly("t_beta " + code);
        remove();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_reviewer_sees_the_plans_of_the_own_tenants_and_nobody_else_sees_any() {
        toOperator();
        assertThat(seen(ALL, null)).containsExactly("beta " + code);
        assertThat(seen(ALL, "beta")).containsExactly("beta " + code);
        assertThat(seen(ALL, "alfa")).isEmpty();
        assertThat(seen(SOME, null)).isEmpty();
        assertThat(seen("cits@operators.test", null)).isEmpty();
        assertThat(waits(ALL, "beta")).isTrue();
        assertThat(waits(SOME, "beta")).isFalse();
        assertThat(waits(ALL, "alfa")).isFalse();
        List<ReviewsView.Line> all = nation(em -> new Reviews(em).all(ALL, null));
        assertThat(all).hasSize(1);
    }

    @Test
    void every_order_that_the_address_may_ask_for_is_one() {
        toOperator();
        for (String sort : Reviews.SORTS) {
            for (boolean descending : new boolean[]{true, false}) {
                assertThat(nation(em -> new Reviews(em).page(ALL, null, new ListQuery(1, 25, sort, descending)))
                    .plans()).as(sort).hasSize(1);
            }
        }
    }

    private boolean waits(String email, String tenant) {
        return nation(em -> new Reviews(em).waiting(email, tenant, plan).isPresent());
    }

    private void remove() {
        tenant(TwoTenants.BETA, em -> {
            SupportPlan made = em.find(SupportPlan.class, plan);
            if (made != null) {
                em.remove(made);
            }
            return true;
        });
    }

    private List<String> seen(String email, @Nullable String tenant) {
        ReviewsView page = nation(
                em -> new Reviews(em).page(email, tenant, new ListQuery(1, 25, "since", false)));
        assertThat(page.paging().total()).isEqualTo(page.plans().size());
        return page.plans().stream().map(line -> line.tenant().slug() + " " + line.code()).toList();
    }

    private void toOperator() {
        act(SupportPlan::submit);
        act(it -> it.approve(chain(), decided(Role.SCHOOL_DIRECTOR, director, null), DAYS));
        act(it -> it.approve(chain(), decided(Role.TENANT_COORDINATOR, coordinator, null), DAYS));
    }

    private static Decision decided(Role role, @Nullable UUID who,
            @Nullable String remark) {
        return new Decision(role, who, DAY, remark);
    }

    private static ApprovalChain chain() {
        return tenant(TwoTenants.BETA, em -> new Programmes(em).approvalChain(Town.PROGRAMME));
    }

    private void act(Consumer<SupportPlan> act) {
        tenant(TwoTenants.BETA, em -> {
            act.accept(em.find(SupportPlan.class, plan));
            return true;
        });
    }

    private static <T> T tenant(SchemaName schema, Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(schema, null, work);
    }

    private static <T> T nation(Function<EntityManager, T> work) {
        return tenant(SchemaName.NATION, work);
    }

    private static Set<String> waiting() throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select schema_name, code from nation.plan_review")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return found;
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
