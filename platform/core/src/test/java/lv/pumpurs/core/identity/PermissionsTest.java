package lv.pumpurs.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final Permissions MATRIX = Permissions.all();

    record Trial(Map<String, Set<Role>> permissions) implements Plugin {

        @Override
        public String id() {
            return "trial";
        }
    }

    @Test
    void an_auditor_only_reads() {
        assertThat(held(Role.AUDITOR)).isNotEmpty().allMatch(permission -> permission.endsWith(":read"));
    }

    @Test
    void an_administrator_of_the_municipality_reads_no_learner_and_no_plan() {
        assertThat(held(Role.TENANT_ADMIN)).containsExactlyInAnyOrder("home:read", "deadline:write", "figures:read",
                "log:read", "permission:read", "plugin:allow", "plugin:read", "staff:read", "staff:write",
                "school:read", "school:write", "subject:anonymise", "retention:write");
    }

    @Test
    void plan_content_is_closed_to_administrators_and_operators() {
        assertThat(MATRIX.holders("plan:read")).doesNotContain(Role.SCHOOL_ADMIN, Role.TENANT_ADMIN,
                Role.OPERATOR_ADMIN);
    }

    @Test
    void a_reviewer_of_the_operator_has_the_registry_the_queue_and_the_plans_opened_from_it() {
        assertThat(held(Role.OPERATOR_REVIEWER)).containsExactlyInAnyOrder("tenant:list", "tenant:leave",
                "review:list", "review:open", "plan:read", "plan:decide");
        assertThat(MATRIX.scope("plan:read", Role.OPERATOR_REVIEWER)).isEqualTo(Scope.REVIEWED_PLANS);
    }

    @Test
    void only_operators_hold_what_concerns_the_nation() {
        assertThat(MATRIX.names().stream().filter(name -> name.matches("(?:tenant|review):.*")))
            .allSatisfy(name -> assertThat(EnumSet.copyOf(MATRIX.holders(name)))
                .isSubsetOf(Role.OPERATOR_ADMIN, Role.OPERATOR_REVIEWER)
                .allSatisfy(role -> assertThat(MATRIX.scope(name, role)).isEqualTo(Scope.NATION)));
    }

    @Test
    void a_grant_for_one_school_does_not_open_the_figures_of_all() {
        var auditor = new RequestCaller();
        auditor.is("Raimonds", new Standing(UUID.randomUUID(), Set.of(Role.AUDITOR), Set.of(), null, Map.of()));
        assertThat(auditor.may("learner:read")).isTrue();
        assertThat(auditor.may("figures:read")).isFalse();
        auditor.is("Raimonds",
                new Standing(UUID.randomUUID(), Set.of(Role.AUDITOR), Set.of(Role.AUDITOR), null, Map.of()));
        assertThat(auditor.rolesWith("figures:read")).containsExactly(Role.AUDITOR);
    }

    @Test
    void a_plugin_declares_its_own_permissions_and_no_others() {
        var matrix = Permissions.withPlugins(List.of(new Trial(Map.of("trial:read", Set.of(Role.PROVIDER)))));
        assertThat(matrix.holders("trial:read")).containsExactly(Role.PROVIDER);
        assertThat(matrix.scope("trial:read", Role.PROVIDER)).isEqualTo(Scope.OWN_MEASURES);
        assertThat(matrix.scope("trial:read", Role.LEARNER)).isNull();
        assertThatIllegalStateException().isThrownBy(
                () -> Permissions.withPlugins(List.of(new Trial(Map.of("plan:read", Set.of(Role.SCHOOL_ADMIN))))));
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.holders("trial:write"));
    }

    private static List<String> held(Role role) {
        return MATRIX.names().stream().filter(name -> MATRIX.holders(name).contains(role)).toList();
    }
}
