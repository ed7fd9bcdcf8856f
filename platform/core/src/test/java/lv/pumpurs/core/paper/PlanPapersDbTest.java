package lv.pumpurs.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.web.JsonDays;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Papers on real rows: what each reader's paper holds. */
class PlanPapersDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final Instant NOW = Instant.parse("2020-12-01T10:00:00Z");

    @Test
    void whoever_sees_all_of_a_plan_prints_all_of_it() {
        Town.in(TwoTenants.ALFA, town -> {
            var provider = provider(town);
            var plan = town.approved(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider.id(), DAY,
                    DAY.plusDays(30));
            PlanPaper paper = read(town, plan, town.author().id(), Role.PLAN_AUTHOR).orElseThrow();
            assertThat(paper.head()).isEqualTo(new PlanPaper.Head("MAZ-2020-1-0001", "2020/2021-1",
                    paper.head().programme(), "Mazpilsētas vidusskola", "Anna Šķēle", "ACTIVE", true, 1, false));
            assertThat(paper.learner())
                .isEqualTo(new PlanPaper.Pupil(plan.subject().learnerId(), "Anna Ozola", "7.a", null, null));
            assertThat(paper.life().appliedBy()).isEqualTo("GUARDIAN");
            assertThat(paper.life().activeTo()).isEqualTo(DAY.plusDays(30));
            assertThat(paper.groups()).singleElement()
                .satisfies(group -> assertThat(group.risks()).extracting(PlanPaper.Risk::number).containsExactly(1));
            assertThat(paper.measures()).singleElement().satisfies(measure -> {
                assertThat(measure.providerName()).isEqualTo("Anna Šķēle");
                assertThat(measure.subject()).isEqualTo("Matemātika");
                assertThat(measure.against()).isEqualTo("1");
                assertThat(measure.planned()).isEqualByComparingTo(BigDecimal.TEN);
            });
            assertThat(paper.decisions()).extracting(PlanPaper.Decided::verdict).containsOnly("APPROVED");
            assertThat(paper.decisions()).extracting(PlanPaper.Decided::role)
                .startsWith("SCHOOL_DIRECTOR")
                .endsWith("OPERATOR_REVIEWER");
            assertThat(paper.decisions().getLast().personName()).isNull();
        });
    }

    @Test
    void a_family_prints_who_decided_and_not_what_they_wrote_to_each_other() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            var plan = town.approved(learner, AUTUMN, provider(town).id(), DAY, DAY.plusDays(30));
            town.entities().createNativeQuery("update plan_approval set remark = 'iekšēji'").executeUpdate();
            town.entities()
                .createNativeQuery("update learner set email = 'anna@mazpilseta.test' where id = ?1")
                .setParameter(1, learner.id())
                .executeUpdate();
            assertThat(read(town, plan, learner.id(), Role.LEARNER).orElseThrow().decisions()).hasSize(3)
                .allSatisfy(one -> assertThat(one.remark()).isNull());
            assertThat(read(town, plan, town.author().id(), Role.PLAN_AUTHOR).orElseThrow().decisions())
                .extracting(PlanPaper.Decided::remark)
                .containsOnly(RestrictedText.of("iekšēji"))
                .allMatch(RestrictedText::isShown);
        });
    }

    @Test
    void a_provider_prints_the_own_measures_and_their_risks_without_evidence_application_and_decisions() {
        Town.in(TwoTenants.ALFA, town -> {
            var me = provider(town);
            var plan = town.approved(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, me.id(), DAY,
                    DAY.plusDays(30));
            for (String secret : List.of(
                    "update plan_risk set note = 'slepeni', result = 'REDUCED', remark = 'slepeni'",
                    "update support_plan set strengths = 'slepeni', learner_voice = 'slepeni'",
                    "insert into plan_risk (id, plan_id, risk, severity) select uuidv7(), id, 'HEALTH_PROBLEM', 'HIGH'"
                            + " from support_plan",
                    "insert into planned_measure select uuidv7(), id, 'CONS_PSYCHOLOGIST', author_id, 'Cits', 1, 0,"
                            + " active_from, active_to from support_plan")) {
                town.entities().createNativeQuery(secret).executeUpdate();
            }
            PlanPaper paper = read(town, plan, me.id(), Role.PROVIDER).orElseThrow();
            assertThat(paper.head().whole()).isFalse();
            assertThat(paper.measures()).extracting(PlanPaper.Measure::subject).containsExactly("Matemātika");
            assertThat(paper.groups()).flatExtracting(PlanPaper.RiskGroup::risks).hasSize(1);
            assertThat(paper.decisions()).isEmpty();
            assertThat(json(paper)).doesNotContain("slepeni", "GUARDIAN", "Cits");
            PlanPaper whole = read(town, plan, town.author().id(), Role.PLAN_AUTHOR).orElseThrow();
            assertThat(whole.measures()).hasSize(2);
            assertThat(whole.groups()).flatExtracting(PlanPaper.RiskGroup::risks).hasSize(2);
            assertThat(json(whole).split("slepeni", -1)).as("evidence, remark, strengths, voice").hasSize(5);
            assertThat(whole.decisions()).isNotEmpty();
        });
    }

    @Test
    void a_plan_out_of_reach_or_of_the_other_tenant_is_not_there() {
        Town.in(TwoTenants.ALFA, town -> {
            var plan = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider(town).id());
            assertThat(read(town, plan, provider(town).id(), Role.PROVIDER)).isEmpty();
            var elsewhere = town.staff("cits@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.school("Cita skola").id()));
            assertThat(read(town, plan, elsewhere.id(), Role.SCHOOL_DIRECTOR)).isEmpty();
            assertThat(new PlanPapers(town.entities()).find(plan.id(), town.author().id(), Set.of(), NOW)).isEmpty();
            Town.in(TwoTenants.BETA,
                    other -> assertThat(read(other, plan, other.author().id(), Role.PLAN_AUTHOR)).isEmpty());
        });
    }

    private static Optional<PlanPaper> read(Town town, SupportPlan plan, UUID reader, Role role) {
        return new PlanPapers(town.entities()).find(plan.id(), reader, Set.of(role), NOW);
    }

    private static String json(PlanPaper paper) {
        return new JsonDays().getContext(PlanPaper.class).toJson(paper);
    }

    private static Staff provider(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR"));
    }
}
