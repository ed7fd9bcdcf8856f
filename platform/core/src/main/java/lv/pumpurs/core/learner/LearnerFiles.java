package lv.pumpurs.core.learner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.LearnerView.YearView;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.plan.Deliveries;
import lv.pumpurs.core.plan.SupportPlans;
import lv.pumpurs.core.school.NamePeriod;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.school.Schools;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Caller;
import org.jspecify.annotations.Nullable;

/** A learner's file as one reader may see it: the learner, the years at school, the plans. */
@Dependent
public class LearnerFiles {

    private final Learners learners;
    private final SupportPlans plans;
    private final Deliveries deliveries;
    private final Schools schools;
    private final PersonalCodeVault vault;
    private final Guardians guardians;

    /**
     * On the bound tenant.
     *
     * @param learners who
     * @param plans about them
     * @param deliveries what was counted of their measures
     * @param schools names of schools
     * @param vault keys of personal codes
     * @param guardians who stands for the learner
     */
    @Inject
    public LearnerFiles(Learners learners, SupportPlans plans, Deliveries deliveries, Schools schools,
            PersonalCodeVault vault, Guardians guardians) {
        this.learners = learners;
        this.plans = plans;
        this.deliveries = deliveries;
        this.schools = schools;
        this.vault = vault;
        this.guardians = guardians;
    }

    /** A learner out of reach and one who does not exist look the same. */
    LearnerView open(UUID id, Caller reader) {
        Learner learner = learners.find(id, reader.personId(), reader.rolesWith("learner:read"))
            .orElseThrow(NotFoundException::new);
        return new LearnerView(id, learner.givenName(), learner.familyName(), masked(learner), years(learner),
                reader.may("plan:read")
                        ? deliveries.counted(plans.byLearner(id, reader.personId(), reader.rolesWith("plan:read")))
                        : null,
                reader.may(Permissions.GUARDIAN_READ)
                        ? guardians.of(id, reader.personId(), reader.rolesWith(Permissions.GUARDIAN_READ))
                        : null,
                reader.may(Permissions.GUARDIAN_WRITE),
                reader.may(Permissions.LEARNER_MERGE)
                        ? learners.doubles(id, reader.personId(), reader.rolesWith(Permissions.LEARNER_MERGE))
                            .size()
                        : 0);
    }

    /**
     * The personal code of a learner, most of it hidden.
     *
     * @param learner who
     * @return null if none is known
     */
    public @Nullable String masked(Learner learner) {
        SchemaName here = TenantScope.current();
        return here == null ? null : learner.personalCode(vault, here).map(PersonalCode::masked).orElse(null);
    }

    /**
     * What a school is called.
     *
     * @param school its key
     * @return empty if there is no such school
     */
    public String schoolName(UUID school) {
        return schools.find(school).map(School::name).orElse("");
    }

    private List<YearView> years(Learner learner) {
        Map<UUID, List<NamePeriod>> names = schools.names();
        return learner.enrolments()
            .stream()
            .sorted(Comparator.comparing(Enrolment::validFrom).reversed())
            .map(year -> new YearView(year.schoolYear(), name(names, year), year.place().className(),
                    year.place().grade(), outcome(year)))
            .toList();
    }

    /** What the school is called now, where the class goes on; else what it was called when the class began. */
    private static String name(Map<UUID, List<NamePeriod>> names, Enrolment year) {
        LocalDate day = year.validTo() == null ? LocalDate.MAX : year.validFrom();
        return names.getOrDefault(year.schoolId(), List.of())
            .stream()
            .filter(one -> one.isSince(day))
            .findFirst()
            .map(NamePeriod::name)
            .orElse("");
    }

    private static @Nullable String outcome(Enrolment year) {
        Outcome outcome = year.outcome();
        return outcome == null ? null : outcome.name();
    }
}
