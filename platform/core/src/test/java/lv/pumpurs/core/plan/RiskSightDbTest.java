package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.paper.PlanPaper;
import lv.pumpurs.core.paper.PlanPapers;
import lv.pumpurs.core.plan.PlanDraft.MeasureDraft;
import lv.pumpurs.core.plan.PlanDraft.RiskDraft;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.web.JsonDays;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees a risk of a special category, on the page, on paper, in editions and in amendments alike. */
class RiskSightDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 12, 18);
    private static final String CODE = "HEALTH_PROBLEM";
    private static final String NAME = "Veselības problēmas";
    private static final String GROUP = "Sociālās vides un veselības riski";
    private static final String NOTE = "slepena piezīme";
    private static final String ORDINARY = "parasta piezīme";

    @ParameterizedTest
    @CsvSource({"PLAN_AUTHOR,FULL", "SCHOOL_DIRECTOR,FULL", "SCHOOL_COORDINATOR,FULL", "TENANT_COORDINATOR,NAMED",
            "CLASS_TEACHER,GROUP", "AUDITOR,GROUP"})
    void page_paper_editions_and_amendments_show_a_role_the_same_of_it(Role role, RiskSight sight) {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = plan(town);
            measure(town, plan, provider(town), CODE, NOTE);
            measure(town, plan, provider(town), "STUDY_CONTENT_DIFFICULTY", ORDINARY);
            UUID reader = reader(town, role);
            PlanView view = read(town, plan, reader, role);
            assertThat(view.about().sight()).isEqualTo(sight);
            PlanPaper paper = new PlanPapers(town.entities()).find(plan.id(), reader, Set.of(role), Instant.EPOCH)
                .orElseThrow();
            var material = new PlanMaterial(new Programmes(town.entities()), new SupportPlans(town.entities()),
                    (kind, school) -> true);
            AmendmentView amendment = Objects.requireNonNull(material.amendment(plan, sight));
            List<Record> all = List.of(view, paper, amendment,
                    material.edition(plan, view, reader, 1).orElseThrow());
            assertThat(all).extracting(Record::toString).noneMatch(log -> log.contains(NOTE));
            assertThat(json(view)).contains(ORDINARY);
            assertThat(all).extracting(RiskSightDbTest::json).allSatisfy(text -> {
                assertThat(text.contains(NAME)).isEqualTo(sight != RiskSight.GROUP);
                assertThat(text.contains(NOTE)).isEqualTo(sight == RiskSight.FULL);
                assertThat(text.contains(CODE) && sight == RiskSight.GROUP).isFalse();
            });
            assertThat(view.risks()).extracting(PlanView.RiskView::groupLv).contains(GROUP);
            assertThat(view.risks()).hasSize(2);
            assertThat(paper.groups()).extracting(PlanPaper.RiskGroup::name).contains(GROUP);
            assertThat(paper.groups()).flatExtracting(PlanPaper.RiskGroup::risks)
                .extracting(PlanPaper.Risk::number)
                .containsExactly(1, 2);
            assertThat(amendment.restricted()).isEqualTo(sight != RiskSight.FULL);
        });
    }

    @Test
    void who_gives_a_measure_against_it_sees_it_without_its_evidence_and_no_other_provider_does() {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = plan(town);
            Staff helping = provider(town);
            Staff other = provider(town);
            measure(town, plan, helping, CODE, "psihologa piezīme");
            measure(town, plan, other, "STUDY_CONTENT_DIFFICULTY", ORDINARY);
            town.entities().clear();
            assertThat(json(read(town, plan, helping.id(), Role.PROVIDER))).contains(NAME, CODE)
                .doesNotContain(NOTE);
            assertThat(json(read(town, plan, other.id(), Role.PROVIDER))).doesNotContain(NAME, CODE, NOTE);
            var material = new PlanMaterial(new Programmes(town.entities()), new SupportPlans(town.entities()),
                    (kind, school) -> true);
            SupportPlan again = new SupportPlans(town.entities()).known(plan.id());
            assertThat(
                    json(material.edition(again, read(town, plan, helping.id(), Role.PROVIDER), helping.id(), 1)
                        .orElseThrow()))
                .contains(NAME)
                .doesNotContain(NOTE, "Matemātika");
            assertThat(json(
                    material.edition(again, read(town, plan, other.id(), Role.PROVIDER), other.id(), 1).orElseThrow()))
                .contains("CONS_PSYCHOLOGIST")
                .doesNotContain(NAME, CODE, NOTE, "Matemātika");
            var papers = new PlanPapers(town.entities());
            assertThat(json(papers.find(plan.id(), helping.id(), Set.of(Role.PROVIDER), Instant.EPOCH).orElseThrow()))
                .contains(NAME)
                .doesNotContain(NOTE);
            assertThat(json(papers.find(plan.id(), other.id(), Set.of(Role.PROVIDER), Instant.EPOCH).orElseThrow()))
                .doesNotContain(NAME, NOTE);
        });
    }

    @Test
    void a_class_teacher_who_gives_a_measure_against_it_sees_it_and_a_role_elsewhere_opens_nothing() {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = plan(town);
            Staff teacher = town.staff("klase@mazpilseta.test", place(town, Role.CLASS_TEACHER));
            teacher.grant(RolePlace.inSchool(Role.PLAN_AUTHOR, town.school("Cita skola").id()), DAY);
            town.entities().flush();
            Set<Role> roles = Set.of(Role.CLASS_TEACHER, Role.PLAN_AUTHOR);
            assertThat(json(new SupportPlans(town.entities()).read(plan.id(), teacher.id(), roles).orElseThrow()))
                .doesNotContain(NAME, CODE, NOTE);
            measure(town, plan, teacher, CODE, ORDINARY);
            assertThat(json(new SupportPlans(town.entities()).read(plan.id(), teacher.id(), roles).orElseThrow()))
                .contains(NAME)
                .doesNotContain(NOTE);
        });
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PLAN_AUTHOR", "SCHOOL_DIRECTOR", "SCHOOL_COORDINATOR", "GUARDIAN",
            "LEARNER", "TENANT_COORDINATOR", "OPERATOR_REVIEWER"}, mode = EnumSource.Mode.EXCLUDE)
    void whoever_is_not_named_in_the_matrix_sees_the_group_only(Role role) {
        assertThat(RiskSight.of(role)).isEqualTo(RiskSight.GROUP);
    }

    /** As a program reads it. */
    private static String json(Record view) {
        return new JsonDays().getContext(Record.class).toJson(view);
    }

    /** Approved, with a risk of a special category, and an amendment that says more of it. */
    private static SupportPlan plan(Town town) {
        SupportPlan plan = town.approved(town.learner("Anna", "Ozola", "2026/2027", 7), AUTUMN, provider(town).id(),
                DAY,
                LAST);
        town.entities().flush();
        town.entities()
            .createNativeQuery(
                    "insert into plan_risk (id, plan_id, risk, severity, note) values (?1, ?2, ?3, 'HIGH', ?4)")
            .setParameter(1, Ids.next())
            .setParameter(2, plan.id())
            .setParameter(3, CODE)
            .setParameter(4, NOTE)
            .executeUpdate();
        town.entities().clear();
        SupportPlan again = new SupportPlans(town.entities()).known(plan.id());
        again.amend(town.author().id(), DAY);
        PlanDraft now = again.written();
        MeasureDraft one = now.measures().getFirst();
        again.rewrite(new PlanDraft(null, null, null, null, null, now.risks()
            .stream()
            .map(risk -> risk.risk().equals(CODE)
                    ? new RiskDraft(CODE, Severity.LOW, RestrictedText.of(NOTE + " vēl"))
                    : risk)
            .toList(),
                List.of(new MeasureDraft(one.id(), one.kind(), one.provider(), one.subject(), BigDecimal.TWO,
                        DAY, LAST, List.of(CODE, one.risks().getFirst())))),
                new PlanDays(DAY, LAST));
        town.entities().flush();
        return again;
    }

    private static void measure(Town town, SupportPlan plan, Staff provider, String risk, String remark) {
        UUID id = Ids.next();
        town.entities()
            .createNativeQuery(
                    """
                    insert into planned_measure (id, plan_id, kind, provider_id, planned_quantity, delivered_quantity,
                     starts_on, ends_on, remark)
                     select ?1, p.id, 'CONS_PSYCHOLOGIST', ?3, 1, 0, p.active_from, p.active_to, ?4 from support_plan p where p.id = ?2""")
            .setParameter(1, id)
            .setParameter(2, plan.id())
            .setParameter(3, provider.id())
            .setParameter(4, remark)
            .executeUpdate();
        town.entities()
            .createNativeQuery("insert into planned_measure_risk (planned_measure_id, risk) values (?1, ?2)")
            .setParameter(1, id)
            .setParameter(2, risk)
            .executeUpdate();
    }

    private static UUID reader(Town town, Role role) {
        if (role != Role.AUDITOR) {
            return town.staff("lasa@mazpilseta.test", place(town, role)).id();
        }
        UUID reader = town.staff("lasa@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
        town.entities().flush();
        // an auditor's grant always ends
        town.entities()
            .createNativeQuery("update staff_role set role = 'AUDITOR', valid_to = '2099-01-01' where staff_id = ?1")
            .setParameter(1, reader)
            .executeUpdate();
        return reader;
    }

    private static RolePlace place(Town town, Role role) {
        return switch (role) {
            case TENANT_COORDINATOR -> RolePlace.inTenant(role);
            case CLASS_TEACHER -> RolePlace.classTeacher(town.home().id(), "7.a");
            default -> RolePlace.inSchool(role, town.home().id());
        };
    }

    private static PlanView read(Town town, SupportPlan plan, UUID reader, Role role) {
        return new SupportPlans(town.entities()).read(plan.id(), reader, Set.of(role)).orElseThrow();
    }

    private static Staff provider(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR"));
    }
}
