package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.pumpurs.spi.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Consultations of a learner: day, minutes and what became of them count for ever, what one was about goes, and so do codes,
 * the learner's plans in orders, anybody's feed, and why a sheet was returned; a returned sheet is open, however old it is. It
 * finds a plan's code by the plan: plugins forget before the core does.
 */
@Dependent
public class KeptConsultations implements PersonalData {

    private static final String LEARNERS = "any (cast(string_to_array(?1, ',') as uuid[]))";
    private static final String FORGET = """
            update consultation set subject = '{gone}', reason = case when reason is null then null else '{gone}' end,
              version = version + 1
            where learner_id = {learners} and (subject <> '{gone}' or reason <> '{gone}') {over}""";
    private static final String FORGET_CODES = """
            delete from consultation_code where consultation_id in
              (select c.id from consultation c where c.learner_id = {learners} {over})""";
    private static final String FORGET_REASONS = """
            update consultation_sheet set reason = '{gone}', version = version + 1
            where learner_id = {learners} and reason <> '{gone}' {over}""";
    /** Of whoever has one: a secret that nobody holds any more leads nowhere. */
    private static final String FORGET_FEEDS = "delete from consultation_feed where person_id = {learners}";
    /** Each stays another one, so that an order names as many plans as before. */
    private static final String FORGET_PLANS = """
            update consultation_order_plan set plan_code = '{gone}' || id
            where plan_code in (select p.code from spi_plan p where p.learner_id = {learners}) {over}""";

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptConsultations(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Set<String> tables() {
        return Set.of("consultation", "consultation_code", "consultation_order", "consultation_order_plan",
                "consultation_order_provider", "consultation_sheet", "consultation_feed");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        if (subject.kind() != Kind.LEARNER) {
            return List.of();
        }
        List<?> found = entities.createNativeQuery("""
                select cast(held_on as text), subject, minutes, mode, state, cast(confirmed_on as text), reason
                from consultation where learner_id = {learners} order by held_on, id""".replace("{learners}", LEARNERS))
            .setParameter(1, subject.joined())
            .getResultList();
        List<Map<String, @Nullable Object>> rows = found.stream().map(row -> row((Object[]) row)).toList();
        return Stream.of(new Section("consultation", rows, 0), new Section("consultation_sheet", sheets(subject), 0),
                new Section("consultation_feed", feeds(subject), 0))
            .filter(section -> !section.rows().isEmpty())
            .toList();
    }

    /** Without the sentence with which one was returned: that is between those who decide. */
    private List<Map<String, @Nullable Object>> sheets(Subject subject) {
        List<?> found = entities.createNativeQuery("""
                select cast(month as text), number, stage, cast(submitted_on as text), cast(verified_on as text),
                  cast(accepted_on as text), cast(paid_on as text)
                from consultation_sheet where learner_id = {learners} order by month, number, id"""
            .replace("{learners}", LEARNERS))
            .setParameter(1, subject.joined())
            .getResultList();
        return found.stream().map(row -> sheet((Object[]) row)).toList();
    }

    private static Map<String, @Nullable Object> sheet(@Nullable Object[] row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("month", LocalDate.parse(String.valueOf(row[0])));
        values.put("number", row[1]);
        values.put("stage", new Code(String.valueOf(row[2]), "consultations.state." + row[2]));
        List<String> days = List.of("submitted_on", "verified_on", "accepted_on", "paid_on");
        for (int i = 0; i < days.size(); i++) {
            Object day = row[3 + i];
            values.put(days.get(i), day == null ? null : LocalDate.parse(day.toString()));
        }
        return values;
    }

    private List<Map<String, @Nullable Object>> feeds(Subject subject) {
        List<?> found = entities.createNativeQuery("""
                select cast(extract(epoch from made_at) as bigint), cast(fetched_on as text) from consultation_feed
                where person_id = {learners} order by id""".replace("{learners}", LEARNERS))
            .setParameter(1, subject.joined())
            .getResultList();
        return found.stream().map(row -> feed((Object[]) row)).toList();
    }

    private static Map<String, @Nullable Object> feed(@Nullable Object[] row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("made_at", Instant.ofEpochSecond(Long.parseLong(String.valueOf(row[0]))));
        values.put("fetched_on", row[1] == null ? null : LocalDate.parse(String.valueOf(row[1])));
        return values;
    }

    private static Map<String, @Nullable Object> row(@Nullable Object[] row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("held_on", LocalDate.parse(String.valueOf(row[0])));
        values.put("subject", row[1]);
        values.put("minutes", row[2]);
        values.put("mode", new Code(String.valueOf(row[3]), "consultations.mode." + row[3]));
        values.put("state", new Code(String.valueOf(row[4]), "consultations.state." + row[4]));
        values.put("confirmed_on", row[5] == null ? null : LocalDate.parse(String.valueOf(row[5])));
        values.put("reason", row[6]);
        return values;
    }

    @Override
    public int anonymise(Subject subject) {
        int feeds = run(FORGET_FEEDS, "", subject, null);
        return subject.kind() == Kind.LEARNER
                ? feeds + run(FORGET, "", subject, null) + run(FORGET_CODES, "", subject, null)
                        + run(FORGET_PLANS, "", subject, null) + run(FORGET_REASONS, "", subject, null)
                : feeds;
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        return subject.kind() == Kind.LEARNER
                ? run(FORGET, "and held_on < cast(?2 as date)", subject, before)
                        + run(FORGET_CODES, "and c.held_on < cast(?2 as date)", subject, before)
                        + run(FORGET_PLANS, "and order_id in (select o.id from consultation_order o"
                                + " where o.valid_to < cast(?2 as date))", subject, before)
                : 0;
    }

    /** From constants only. */
    private int run(String act, String over, Subject subject, @Nullable LocalDate before) {
        Query query = entities
            .createNativeQuery(
                    act.replace("{gone}", GONE).replace("{learners}", LEARNERS).replace("{over}", over))
            .setParameter(1, subject.joined());
        return before == null ? query.executeUpdate() : query.setParameter(2, before.toString()).executeUpdate();
    }
}
