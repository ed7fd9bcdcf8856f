package lv.pumpurs.launcher.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import lv.pumpurs.core.plan.Applicant;
import lv.pumpurs.core.plan.Decision;
import lv.pumpurs.core.plan.MeasurePlan;
import lv.pumpurs.core.plan.PlanCode;
import lv.pumpurs.core.plan.PlanDays;
import lv.pumpurs.core.plan.PlanEvaluation;
import lv.pumpurs.core.plan.PlanEvaluation.MeasureOutcome;
import lv.pumpurs.core.plan.PlanEvaluation.RiskOutcome;
import lv.pumpurs.core.plan.PlanResult;
import lv.pumpurs.core.plan.PlanSubject;
import lv.pumpurs.core.plan.Severity;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Writes plans as people do: application, risks, measures, submission, approvals, delivery, evaluation, closing. Risks
 * are as frequent as Liepāja published for 572 learners of autumn 2021.
 */
final class DemoPlans {

    /** Where a plan stands in the end. */
    enum Fate {
        DRAFT,
        RETURNED,
        STEP_1,
        STEP_2,
        STEP_3,
        ACTIVE,
        CLOSED
    }

    /** Risk against which a social pedagogue works, as Rēzekne's document tells. */
    private static final List<String> SOCIAL = List.of("SCHOOL_PEER_CONFLICT", "SCHOOL_AGGRESSION", "STUDY_MOTIVATION");
    private static final List<String> SUBJECTS = List.of("Matemātika", "Latviešu valoda", "Angļu valoda", "Fizika",
            "Ķīmija", "Bioloģija", "Vēsture");
    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private static final int DIFFICULTY = 774;
    private static final Map<String, Integer> STUDY_PER_MILLE = Map.of("STUDY_BACKLOG", 131, "STUDY_LANGUAGE_BARRIER",
            97, "STUDY_LOW_ACHIEVEMENT", 85, "STUDY_BEHAVIOUR", 33);

    private final ApprovalChain chain;
    private final String programme;
    private final DemoCalendar calendar;
    private final UUID coordinator;
    private final RandomGenerator random;
    private int written;

    DemoPlans(String programme, ApprovalChain chain, DemoCalendar calendar, UUID coordinator, RandomGenerator random) {
        this.programme = programme;
        this.chain = chain;
        this.calendar = calendar;
        this.coordinator = coordinator;
        this.random = random;
    }

    SupportPlan write(DemoPupil pupil, Semester semester, PlanCode code, Fate fate) {
        var school = pupil.school();
        var days = calendar.days(semester, pupil.grade());
        var plan = new SupportPlan(Ids.next(), code,
                new PlanSubject(pupil.learner().id(), school.id(), semester, programme), school.author());
        var before = pupil.lastPlan();
        if (before != null && before.semester().until(semester) <= 2
                && before.subject().programme().equals(programme)) {
            plan.continues(before);
        }
        plan.apply(Applicant.GUARDIAN, days.first().plusDays(1 + random.nextInt(7)));
        plan(plan, school, days);
        pupil.planned(plan);
        if (fate != Fate.DRAFT) {
            submit(plan, school, days, fate);
        }
        written++;
        return plan;
    }

    private void plan(SupportPlan plan, DemoSchool school, PlanDays days) {
        var study = new HashSet<String>();
        for (var risk : new TreeMap<>(STUDY_PER_MILLE).entrySet()) {
            if (random.nextInt(1000) < risk.getValue()) {
                study.add(risk.getKey());
            }
        }
        if (study.isEmpty() || random.nextInt(1000) < DIFFICULTY) {
            study.add("STUDY_CONTENT_DIFFICULTY");
        }
        study.forEach(risk -> plan.seeRisk(risk, severity(), null));
        measure(plan, "CONS_SUBJECT_TEACHER", school.provider("EDUCATOR"), study, days);
        for (var extra : extras()) {
            plan.seeRisk(extra.risk(), severity(), null);
            measure(plan, extra.kind(), extra.profession().isEmpty() ? null : school.provider(extra.profession()),
                    Set.of(extra.risk()), days);
        }
    }

    private record Extra(String risk, String kind, String profession) {}

    /** In turn, so that every kind of support and every profession occurs in a school with some plans. */
    private List<Extra> extras() {
        List<Extra> extras = new ArrayList<>();
        switch (written % 10) {
            case 0, 5, 8 -> extras.add(new Extra(SOCIAL.get(written / 3 % 3), "CONS_SOCIAL_PEDAGOGUE",
                    "SOCIAL_PEDAGOGUE"));
            case 1 -> extras.add(new Extra("HEALTH_PSYCHOEMOTIONAL", "CONS_PSYCHOLOGIST", "PSYCHOLOGIST"));
            case 2 -> extras.add(new Extra("SCHOOL_BELONGING", "CONS_TEACHER_ASSISTANT", "TEACHER_ASSISTANT"));
            case 3 -> extras.add(new Extra("ECON_TRANSPORT", "COMP_PUBLIC_TRANSPORT", ""));
            case 6 -> extras.add(new Extra("ECON_MEALS", "COMP_MEALS", ""));
            case 4 -> extras.add(new Extra("FAMILY_LOW_INVOLVEMENT", "CONS_ADVISORY", "EDUCATOR"));
            default -> {
                // the subject teacher alone
            }
        }
        return extras;
    }

    private void measure(SupportPlan plan, String kind, @Nullable UUID provider,
            Set<String> risks, PlanDays days) {
        var subject = kind.equals("CONS_SUBJECT_TEACHER") ? SUBJECTS.get(random.nextInt(SUBJECTS.size())) : null;
        plan.plan(new MeasurePlan(kind, provider, subject, BigDecimal.valueOf(6 + random.nextInt(19)), days.first(),
                days.last(), risks));
    }

    private void submit(SupportPlan plan, DemoSchool school, PlanDays days, Fate fate) {
        plan.submit();
        var day = days.first().plusDays(20 + random.nextInt(8));
        Map<Role, UUID> deciders = new EnumMap<>(Map.of(Role.SCHOOL_DIRECTOR, school.director(),
                Role.TENANT_COORDINATOR, coordinator));
        if (fate == Fate.RETURNED) {
            var director = chain.decider(1);
            plan.giveBack(chain, new Decision(director, deciders.get(director), day,
                    "Lūdzu precizēt mērķi un konsultāciju skaitu."));
            return;
        }
        int steps = switch (fate) {
            case STEP_1 -> 0;
            case STEP_2 -> 1;
            case STEP_3 -> 2;
            default -> chain.steps().size();
        };
        for (var role : chain.steps().subList(0, Math.min(steps, chain.steps().size()))) {
            plan.approve(chain, new Decision(role, deciders.get(role), day, null), days);
            day = day.plusDays(1 + random.nextInt(4));
        }
        if (fate == Fate.ACTIVE || fate == Fate.CLOSED) {
            deliver(plan, fate == Fate.CLOSED);
        }
        if (fate == Fate.CLOSED) {
            finish(plan, days.last());
        }
    }

    private void deliver(SupportPlan plan, boolean whole) {
        for (var measure : plan.measures()) {
            var planned = measure.plannedQuantity().intValue();
            plan.deliver(measure.id(), BigDecimal.valueOf(whole
                    ? Math.max(1, planned - random.nextInt(3))
                    : 1 + random.nextInt(Math.max(1, planned / 2))));
        }
    }

    /** In the first semesters little changes, as Lubāna's document says; later the risks are mostly reduced. */
    private void finish(SupportPlan plan, LocalDate last) {
        int luck = random.nextInt(10);
        var result = luck < 3 ? PlanResult.ELIMINATED : luck < 8 ? PlanResult.REDUCED : PlanResult.UNCHANGED;
        var risks = plan.measures()
            .stream()
            .flatMap(measure -> measure.risks().stream())
            .distinct()
            .sorted()
            .map(risk -> new RiskOutcome(risk, result, null))
            .toList();
        var measures = plan.measures()
            .stream()
            .map(measure -> new MeasureOutcome(measure.id(), measure.deliveredQuantity(), null))
            .toList();
        plan.evaluate(last.minusDays(3), new PlanEvaluation(null, result, risks, measures));
        plan.close(last);
    }

    private Severity severity() {
        return SEVERITIES.get(random.nextInt(SEVERITIES.size()));
    }
}
