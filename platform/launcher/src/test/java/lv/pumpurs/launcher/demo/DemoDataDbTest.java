package lv.pumpurs.launcher.demo;

import static lv.pumpurs.launcher.demo.DemoLoaded.count;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.core.figures.Figures;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.LearnerFilter;
import lv.pumpurs.core.learner.LearnerSort;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learner.Reader;
import lv.pumpurs.core.registry.Operators;
import lv.pumpurs.core.staff.Accounts;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demonstration on a real database: the figures that its rows give are the published ones. */
class DemoDataDbTest {

    private static final Map<String, BigDecimal> ANNOUNCED_BUT_NOT_LISTED = Map.of("R8 M5_SCHOOLS_ANNOUNCED",
            BigDecimal.valueOf(-1));

    private static DemoData demo;

    @BeforeAll
    static void load() throws Exception {
        demo = DemoLoaded.once();
    }

    @Test
    void every_published_figure_comes_out_of_the_rows() {
        for (var tenant : DemoAccounts.TENANTS) {
            Map<String, BigDecimal> off = new HashMap<>();
            var figures = TwoTenants.database()
                .entityManagers()
                .inTransaction(SchemaName.ofTenant(tenant), null,
                        entities -> new Figures(entities).all());
            assertThat(figures).isNotEmpty();
            for (var figure : figures) {
                var difference = figure.difference();
                assertThat(difference).as(figure.toString()).isNotNull();
                if (difference != null && difference.signum() != 0) {
                    off.put(figure.code() + " " + figure.measure(), difference);
                }
            }
            assertThat(off).as(tenant)
                .isEqualTo(tenant.equals("rezekne") ? ANNOUNCED_BUT_NOT_LISTED : Map.of());
        }
    }

    @Test
    void every_plan_of_the_past_went_the_whole_way_and_the_operator_has_some_to_review() {
        for (var tenant : DemoAccounts.TENANTS) {
            assertThat(count(SchemaName.ofTenant(tenant), "select count(*) from support_plan where state = 'CLOSED'"))
                .as(tenant)
                .isGreaterThan(80);
            assertThat(count(SchemaName.ofTenant(tenant),
                    """
                    select count(*) from support_plan p where p.state = 'CLOSED' and (
                      (select string_agg(a.role, ',' order by a.decided_on, a.step) from plan_approval a
                       where a.plan_id = p.id and a.decision = 'APPROVED')
                        is distinct from 'SCHOOL_DIRECTOR,TENANT_COORDINATOR,OPERATOR_REVIEWER'
                      or exists (select 1 from plan_approval a where a.plan_id = p.id and a.person_id = p.author_id)
                      or exists (select 1 from plan_risk r where r.plan_id = p.id and r.result is null)
                      or exists (select 1 from planned_measure m where m.plan_id = p.id and m.delivered_quantity = 0))"""))
                .as(tenant)
                .isZero();
            assertThat(count(SchemaName.NATION, "select count(*) from plan_review where schema_name = 't_" + tenant
                    + "'"))
                .isPositive()
                .isEqualTo(count(SchemaName.ofTenant(tenant),
                        "select count(*) from support_plan where approval_step = 3"));
        }
    }

    @Test
    void loading_again_adds_nothing() {
        for (var tenant : DemoAccounts.TENANTS) {
            assertThat(demo.load(tenant)).as(tenant).isFalse();
        }
        assertThat(demo.loadOperators()).isFalse();
    }

    @Test
    void every_account_has_its_roles_today() {
        for (var account : DemoAccounts.all()) {
            for (var tenant : account.tenants()) {
                var found = TwoTenants.database()
                    .entityManagers()
                    .inTransaction(SchemaName.ofTenant(tenant), null,
                            entities -> new Accounts(entities).byEmail(account.email()));
                assertThat(found.orElseThrow().roles()).as(account.email()).containsExactlyElementsOf(account.roles());
            }
        }
        for (var operator : DemoAccounts.operators()) {
            var roles = TwoTenants.database()
                .entityManagers()
                .inTransaction(SchemaName.NATION, null,
                        entities -> new Operators(entities).rolesOf(operator.email()));
            assertThat(roles).containsExactlyElementsOf(operator.roles());
        }
    }

    @Test
    void everybody_who_may_see_learners_reaches_some_and_the_coordinator_all() {
        for (var tenant : DemoAccounts.TENANTS) {
            long all = reached(tenant, Role.TENANT_COORDINATOR);
            assertThat(all).as(tenant).isGreaterThanOrEqualTo(120);
            for (var role : Set.of(Role.CLASS_TEACHER, Role.PROVIDER, Role.PLAN_AUTHOR, Role.SCHOOL_DIRECTOR)) {
                assertThat(reached(tenant, role)).as(tenant + " " + role).isPositive().isLessThanOrEqualTo(all);
            }
            assertThat(reached(tenant, Role.GUARDIAN)).as(tenant).isEqualTo(2);
            assertThat(reached(tenant, Role.LEARNER)).as(tenant).isOne();
            assertThat(reached(tenant, Role.AUDITOR)).as(tenant).isEqualTo(reached(tenant, Role.SCHOOL_DIRECTOR));
        }
    }

    private static long reached(String tenant, Role role) {
        return TwoTenants.database().entityManagers().inTransaction(SchemaName.ofTenant(tenant), null, entities -> {
            var me = new Accounts(entities).byEmail(DemoAccounts.of(tenant, role).email()).orElseThrow();
            return new Learners(entities)
                .page(LearnerFilter.none(), LearnerSort.NAME, 1, 50, new Reader(me.personId(), me.roles(), me.roles()))
                .total();
        });
    }
}
