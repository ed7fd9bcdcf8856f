package lv.pumpurs.core.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.core.plan.PlanDraft.MeasureDraft;
import lv.pumpurs.core.plan.PlanDraft.RiskDraft;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says: whom it supports, who applied for it, the risks seen and the measures planned against them. It is
 * written while the plan is with its author; what becomes of it is {@link SupportPlan}.
 */
@MappedSuperclass
public abstract class PlanContent {

    @Id
    private UUID id;
    @Column(name = "code")
    private String code;
    @Column(name = "learner_id")
    private UUID learnerId;
    @Column(name = "school_id")
    private UUID schoolId;
    @Column(name = "semester")
    private String semester;
    @Column(name = "programme")
    private String programme;
    @Column(name = "author_id")
    private UUID authorId;
    @Column(name = "applied_on")
    private @Nullable LocalDate appliedOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "applied_by")
    private @Nullable Applicant appliedBy;
    @Column(name = "strengths")
    private @Nullable String strengths;
    @Column(name = "learner_voice")
    private @Nullable String learnerVoice;
    /** The version is that of the plan's own row: this makes it change with its risks and measures. */
    @Column(name = "rewrites")
    private int rewrites;
    @Column(name = "predecessor_id")
    private @Nullable UUID predecessorId;
    @Version
    @Column(name = "version")
    private int version;
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<PlanRisk> risks = new ArrayList<>();
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<PlannedMeasure> measures = new ArrayList<>();

    /** For JPA. */
    protected PlanContent() {}

    PlanContent(UUID id, PlanCode code, PlanSubject subject, UUID authorId) {
        this.id = id;
        this.code = code.value();
        this.learnerId = subject.learnerId();
        this.schoolId = subject.schoolId();
        this.semester = subject.semester().code();
        this.programme = subject.programme();
        this.authorId = authorId;
    }

    /** Refuses whatever would change the content of a plan that is not with its author. */
    abstract void requireEditable();

    /** The plan as its risks and measures know it. */
    abstract SupportPlan plan();

    /**
     * Says which plan of an earlier semester this one continues.
     *
     * @param predecessor of the same learner
     */
    public void continues(SupportPlan predecessor) {
        requireEditable();
        PlanProblem.DATE_ORDER.unless(predecessor.semester().compareTo(semester()) < 0);
        PlanProblem.OTHER_LEARNER.unless(predecessor.subject().learnerId().equals(learnerId));
        predecessorId = predecessor.id();
    }

    /**
     * Records the signed application of a parent or an adult learner.
     *
     * @param by who signed
     * @param on when
     */
    public void apply(Applicant by, LocalDate on) {
        requireEditable();
        appliedBy = by;
        appliedOn = on;
    }

    /**
     * Names a risk.
     *
     * @param risk code of the catalogue
     * @param severity how grave it is
     * @param note what shows it
     */
    public void seeRisk(String risk, Severity severity, @Nullable RestrictedText note) {
        requireEditable();
        PlanProblem.RISK_TWICE.when(risks.stream().anyMatch(one -> one.risk().equals(risk)));
        add(risk, severity, note);
    }

    /**
     * Plans a measure against risks that the plan names.
     *
     * @param measure what is planned
     * @return the measure
     */
    public PlannedMeasure plan(MeasurePlan measure) {
        requireEditable();
        measure.requireRight(risks.stream().map(PlanRisk::risk).collect(Collectors.toSet()));
        return add(measure);
    }

    /**
     * Writes all of the content anew. What stays is changed in place, so that the log tells what changed and no more.
     *
     * @param draft the content
     * @param days first and last day of teaching in the plan's semester
     */
    void rewrite(PlanDraft draft, PlanDays days) {
        requireEditable();
        // all is looked at before anything changes: a refused draft leaves the plan as it was
        draft.requireRight(days);
        write(draft);
    }

    /** Writes what was looked at before. */
    void write(PlanDraft draft) {
        touch();
        appliedOn = draft.appliedOn();
        appliedBy = draft.appliedBy();
        strengths = text(draft.strengths());
        learnerVoice = text(draft.voice());
        Set<String> named = draft.named();
        risks.removeIf(one -> !named.contains(one.risk()));
        draft.risks().forEach(this::write);
        measures.removeIf(one -> draft.measures().stream().noneMatch(kept -> one.id().equals(kept.id())));
        draft.measures().forEach(this::write);
    }

    /** Copies what an earlier plan leaves to be done: its risks but those that are gone, and the measures against them. */
    void copy(PlanContent earlier, PlanDays days) {
        strengths = earlier.strengths;
        learnerVoice = earlier.learnerVoice;
        earlier.risks.stream()
            .filter(risk -> risk.result() != PlanResult.ELIMINATED)
            .forEach(risk -> seeRisk(risk.risk(), risk.severity(), risk.note()));
        Set<String> left = risks.stream().map(PlanRisk::risk).collect(Collectors.toSet());
        for (PlannedMeasure measure : earlier.measures) {
            Set<String> against = new HashSet<>(measure.risks());
            against.retainAll(left);
            if (!against.isEmpty()) {
                plan(measure.again(against, days));
            }
        }
    }

    private void write(RiskDraft draft) {
        risks.stream()
            .filter(known -> known.risk().equals(draft.risk()))
            .findFirst()
            .ifPresentOrElse(known -> known.see(draft.severity(), draft.note()),
                    () -> add(draft.risk(), draft.severity(), draft.note()));
    }

    private void write(MeasureDraft draft) {
        measures.stream()
            .filter(known -> known.id().equals(draft.id()))
            .findFirst()
            .ifPresentOrElse(known -> known.change(draft.plan()), () -> add(draft.plan()));
    }

    private void add(String risk, Severity severity, @Nullable RestrictedText note) {
        risks.add(new PlanRisk(Ids.next(), plan(), risk, severity, note));
    }

    private PlannedMeasure add(MeasurePlan measure) {
        measures.add(new PlannedMeasure(Ids.next(), plan(), measure));
        return measures.getLast();
    }

    /** The plan has a new version, though nothing of its own row changes. */
    void touch() {
        rewrites++;
    }

    PlannedMeasure measure(UUID measureId) {
        return measures.stream()
            .filter(one -> one.id().equals(measureId))
            .findFirst()
            .orElseThrow(() -> new Refused(PlanProblem.WRONG_STATE));
    }

    /**
     * The key.
     *
     * @return the key
     */
    public UUID id() {
        return id;
    }

    /**
     * The code that orders and forms name.
     *
     * @return the code
     */
    public PlanCode code() {
        return new PlanCode(code);
    }

    /**
     * Whom the plan supports, where and when.
     *
     * @return the subject
     */
    public PlanSubject subject() {
        return new PlanSubject(learnerId, schoolId, semester(), programme);
    }

    /**
     * The plan's own semester.
     *
     * @return the semester
     */
    public Semester semester() {
        return Semester.of(semester);
    }

    /**
     * The planned measures.
     *
     * @return in no order
     */
    public List<PlannedMeasure> measures() {
        return List.copyOf(measures);
    }

    List<PlanRisk> risks() {
        return List.copyOf(risks);
    }

    UUID authorId() {
        return authorId;
    }

    @Nullable
    LocalDate appliedOn() {
        return appliedOn;
    }

    @Nullable
    Applicant appliedBy() {
        return appliedBy;
    }

    @Nullable
    String strengths() {
        return strengths;
    }

    @Nullable
    String learnerVoice() {
        return learnerVoice;
    }

    /** Changes with each change of the plan, whatever of it changed. */
    int version() {
        return version;
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
