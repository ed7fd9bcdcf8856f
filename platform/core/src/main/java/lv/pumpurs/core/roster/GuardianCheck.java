package lv.pumpurs.core.roster;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.learner.Majority;
import lv.pumpurs.core.roster.GuardianDecision.Act;
import lv.pumpurs.core.roster.GuardianDecision.Case;
import lv.pumpurs.core.roster.GuardianMatch.Candidates;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/** Compares the guardians whom some rows name with those who are there, and writes down what comes of it. */
final class GuardianCheck {

    private final EntityManager entities;
    private final RosterImport one;
    private final Mapping mapping;
    private final LocalDate today;
    private final @Nullable UUID uploader;
    private final List<Child> children = new ArrayList<>();
    private JsonArrayBuilder lines = Json.createArrayBuilder();

    GuardianCheck(EntityManager entities, RosterImport one, Mapping mapping, LocalDate today) {
        this.entities = entities;
        this.one = one;
        this.mapping = mapping;
        this.today = today;
        this.uploader = (UUID) entities.createNativeQuery("select uploaded_by from roster_import where id = ?1")
            .setParameter(1, one.id())
            .getSingleResult();
    }

    /**
     * A learner and the guardians of the row.
     *
     * @param row number of the row
     * @param key of the learner, who may be a new one
     * @param known whether the learner is there already
     * @param bornOn day of birth; null if nobody knows
     * @param said the guardians
     */
    record Child(int row, UUID key, boolean known, @Nullable LocalDate bornOn, List<SaidGuardian> said) {}

    /** Takes what takes the findings of a row. */
    interface Findings {

        void add(int row, Finding finding);
    }

    void add(Child child) {
        if (!child.said().isEmpty()) {
            children.add(child);
        }
    }

    /** Decides on all that were added, in the order of the rows, and writes it down. */
    void write(Findings findings) {
        if (children.isEmpty()) {
            return;
        }
        Set<UUID> learners = new HashSet<>();
        children.stream().filter(Child::known).map(Child::key).forEach(learners::add);
        KnownGuardians known = new KnownGuardians(entities, one, today);
        known.find(learners, children.stream().flatMap(child -> child.said().stream()).toList());
        for (Child child : children) {
            child.said().forEach(said -> decide(child, said, known, findings));
        }
        children.clear();
        insert();
    }

    private void decide(Child child, SaidGuardian said, KnownGuardians known, Findings findings) {
        UUID learner = child.known() ? child.key() : null;
        Candidates candidates = known.candidates(said, learner);
        GuardianMatch match = GuardianMatch.of(said, candidates);
        KnownGuardian found = match.person();
        LocalDate born = child.bornOn();
        boolean adult = known.isAdult(learner) || (born != null && Majority.reached(born, today));
        GuardianDecision decision = GuardianDecision.of(said, match, Ids.next(), new Case(adult,
                known.custody(learner, found), known.hasOtherRelation(learner, found, said),
                found != null && found.id().equals(uploader), candidates.byEmail()));
        if (decision.act() != Act.LEFT) {
            known.met(decision.person().decided(child.row(), said.source()));
        }
        decision.hints()
            .forEach(hint -> findings.add(child.row(), new Finding(
                    GuardianReading.at(mapping, said.nth(), hint.part()), hint.kind(), hint.serious(),
                    hint.otherRow())));
        lines.add(line(child, said, decision));
    }

    private JsonObjectBuilder line(Child child, SaidGuardian said, GuardianDecision decision) {
        KnownGuardian person = decision.person();
        JsonObjectBuilder json = Json.createObjectBuilder()
            .add("row_no", child.row())
            .add("nth", said.nth())
            .add("act", decision.act().name())
            .add("guardian_id", person.id().toString())
            .add("child_id", child.key().toString())
            .add("given_name", person.givenName())
            .add("family_name", person.familyName());
        text(json, "source_id", said.source());
        text(json, "email", person.email());
        text(json, "phone", person.phone());
        text(json, "relation", said.role().relation());
        if (decision.stands()) {
            LocalDate born = child.bornOn();
            json.add("custody_id", Ids.next().toString()).add("custody_from", today.toString());
            text(json, "custody_to", born == null ? null : Majority.lastDayBefore(born));
        }
        JsonArrayBuilder hints = Json.createArrayBuilder();
        decision.hints().stream().map(hint -> hint.kind().name()).distinct().forEach(hints::add);
        JsonArrayBuilder fields = Json.createArrayBuilder();
        decision.fields()
            .forEach(field -> fields.add(Json.createArrayBuilder()
                .add(RosterField.of(said.nth(), field.part()).name())
                .add(field.before() == null ? "" : field.before())
                .add(field.after())));
        return json.add("hints", hints).add("difference", fields);
    }

    private static void text(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private void insert() {
        entities.createNativeQuery("""
                insert into roster_guardian select cast(?1 as uuid), r.row_no, r.nth, r.act, r.guardian_id, r.child_id, r.source_id,
                  r.given_name, r.family_name, r.email, r.phone, r.relation, r.custody_id, r.custody_from, r.custody_to,
                  r.hints, r.difference
                from jsonb_to_recordset(cast(?2 as jsonb)) as r(row_no integer, nth integer, act text,
                  guardian_id uuid, child_id uuid, source_id text, given_name text, family_name text, email text, phone text,
                  relation text, custody_id uuid, custody_from date, custody_to date, hints jsonb, difference jsonb)""")
            .setParameter(1, one.id().toString())
            .setParameter(2, lines.build().toString())
            .executeUpdate();
        lines = Json.createArrayBuilder();
    }
}
