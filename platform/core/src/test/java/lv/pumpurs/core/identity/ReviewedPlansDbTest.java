package lv.pumpurs.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** A reviewer of the operator reaches the plans that were opened, while they are open, and nothing else. */
class ReviewedPlansDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_stay_opens_its_plan_and_no_other_even_of_the_same_learner() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            SupportPlan one = town.draft(learner, AUTUMN, town.author().id());
            SupportPlan next = town.draft(learner, AUTUMN.next(), town.author().id());
            SupportPlan other = town.draft(town.learner("Jānis", "Egle", "2020/2021", 7), AUTUMN, town.author().id());
            UUID stay = stay(town, "r1", one, Duration.ofMinutes(1), false);
            assertThat(reached(town, stay)).containsExactly(one.id());
            UUID second = stay(town, "r1", other, Duration.ofSeconds(1), false);
            stay(town, "r2", next, Duration.ofMinutes(1), false);
            assertThat(reached(town, stay)).containsExactlyInAnyOrder(one.id(), other.id());
            assertThat(reached(town, second)).containsExactlyInAnyOrder(one.id(), other.id());
            assertThat(learners(town, stay)).containsExactlyInAnyOrder("Ozola", "Egle");
        });
    }

    @Test
    void a_stay_that_is_left_over_or_not_begun_opens_nothing() {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, town.author().id());
            for (UUID stay : List.of(stay(town, "r1", plan, HOUR.plusSeconds(1), false),
                    stay(town, "r2", plan, Duration.ofMinutes(9), true),
                    stay(town, "r3", plan, Duration.ofMinutes(-9), false))) {
                assertThat(reached(town, stay)).isEmpty();
                assertThat(learners(town, stay)).isEmpty();
            }
        });
    }

    @Test
    void a_reviewers_stay_makes_no_administrator_and_an_administrators_no_reviewer() {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, town.author().id());
            UUID reviewer = stay(town, "r1", plan, Duration.ofMinutes(1), false);
            OperatorEntry admin = OperatorEntry.begin(Ids.next(), person("r1"), "Palīdzība ar importu",
                    Instant.now().minusSeconds(9), HOUR);
            town.entities().persist(admin);
            assertThat(reached(town, admin.id())).isEmpty();
            List<?> administrators = town.entities()
                .createNativeQuery("select person_id from whole_tenant_today where role = 'OPERATOR_ADMIN'")
                .getResultList();
            assertThat(administrators.contains(admin.id())).isTrue();
            assertThat(administrators.contains(reviewer)).isFalse();
        });
    }

    private static UUID stay(Town town, String subject, SupportPlan plan, Duration ago, boolean left) {
        Instant at = Instant.now().minus(ago);
        OperatorEntry entry = OperatorEntry.review(Ids.next(), person(subject), plan.id(), "Plāna izskatīšana", at,
                HOUR);
        if (left) {
            entry.leave(at.plusSeconds(60));
        }
        town.entities().persist(entry);
        return entry.id();
    }

    private static Person person(String subject) {
        return new Person(subject, "", "Edgars Eksperts", Set.of());
    }

    private static List<UUID> reached(Town town, UUID person) {
        List<?> found = town.entities()
            .createNativeQuery("select p.id from support_plan p where "
                    + InScope.plan("p", "?1", Set.of(Role.OPERATOR_REVIEWER)))
            .setParameter(1, person)
            .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    private static List<String> learners(Town town, UUID person) {
        List<?> found = town.entities()
            .createNativeQuery("select distinct cast(l.family_name as text) from learner l where "
                    + InScope.learner("l.id", "?1", Set.of(Role.OPERATOR_REVIEWER)))
            .setParameter(1, person)
            .getResultList();
        return found.stream().map(String.class::cast).toList();
    }
}
