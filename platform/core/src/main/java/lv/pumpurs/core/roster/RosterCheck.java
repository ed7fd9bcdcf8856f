package lv.pumpurs.core.roster;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.roster.Difference.Move;
import lv.pumpurs.core.roster.Finding.Kind;
import lv.pumpurs.core.roster.GuardianCheck.Child;
import lv.pumpurs.core.roster.KnownLearners.Found;
import lv.pumpurs.core.roster.file.RosterFile.Format;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/** Compares the staged rows of an import with what is there, a few hundred at a time, and writes down what comes of it. */
final class RosterCheck {

    private static final int CHUNK = 500;

    private final EntityManager entities;
    private final RosterImport one;
    private final Mapping mapping;
    private final ImportSeal seal;
    private final Term term;
    private final GuardianCheck guardians;
    private JsonArrayBuilder lines = Json.createArrayBuilder();
    private JsonArrayBuilder findings = Json.createArrayBuilder();
    private final Set<String> told = new HashSet<>();

    RosterCheck(EntityManager entities, RosterImport one, ImportSeal seal, LocalDate today) {
        this.entities = entities;
        this.one = one;
        this.mapping = (one.mapping() == null ? new Mapping(java.util.Map.of()) : one.mapping())
            .checked(one.header().size());
        this.seal = seal;
        this.term = term(entities, one.schoolYear(), today);
        this.guardians = new GuardianCheck(entities, one, mapping, today);
    }

    private record Read(int number, RowReading reading) {}

    /** Begins anew: what an earlier check found is forgotten. */
    void begin() {
        for (String table : List.of("roster_line", "roster_guardian", "roster_gone", "roster_finding")) {
            entities
                .createNativeQuery("delete from " + table + " where import_id = ?1"
                        + (table.equals("roster_finding") ? " and kind not in " + OneRosterRows.FOUND_BY_THE_ZIP : ""))
                .setParameter(1, one.id())
                .executeUpdate();
        }
    }

    /**
     * Checks the next rows.
     *
     * @param after number of the last row that is checked already
     * @return number of the last row checked now; the same if there are no more
     */
    int next(int after) {
        List<?> rows = entities
            .createNativeQuery("select row_no, cast(cells as text) from roster_row where import_id = ?1 and part = ''"
                    + " and row_no > ?2 order by row_no limit " + CHUNK)
            .setParameter(1, one.id())
            .setParameter(2, after)
            .getResultList();
        if (rows.isEmpty()) {
            return after;
        }
        List<Read> read = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            RowReading reading = new RowReading(JsonTexts.cells(columns[1]), one.header().size(), mapping, term, seal);
            read.add(new Read(((Number) columns[0]).intValue(), reading));
            Line line = reading.line();
            if (line != null) {
                names.add(line.searchName());
                PersonalCode code = line.code();
                if (code != null) {
                    codes.add(seal.index(code));
                }
            }
        }
        Found found = new KnownLearners(entities).find(one.school().id(), codes, names);
        read.forEach(each -> decide(each, found));
        guardians.write(this::add);
        write();
        return read.getLast().number();
    }

    private void decide(Read read, Found found) {
        List<Finding> all = new ArrayList<>(read.reading().findings());
        Line line = read.reading().line();
        if (line != null) {
            PersonalCode code = line.code();
            String index = code == null ? null : seal.index(code);
            Match match = Match.of(line, index, index == null ? null : found.byCode(index),
                    found.named(line.searchName()), one.byName());
            match.doubts().forEach(kind -> all.add(new Finding(Finding.ROW, kind, match.isInDoubt(), null)));
            Known known = match.learner();
            if (known != null) {
                Difference difference = Difference.of(line, index, known, term, one.school().id());
                Kind doubt = difference.doubt();
                if (doubt != null) {
                    all.add(new Finding(Finding.ROW, doubt, difference.serious(), null));
                }
                add(read.number(), line, index, known, difference);
                LocalDate born = line.birthDate() == null ? known.birthDate() : line.birthDate();
                guardians.add(new Child(read.number(), known.id(), true, born, read.reading().guardians()));
            } else if (!match.isInDoubt()) {
                UUID key = add(read.number(), line, index, null, null);
                guardians.add(new Child(read.number(), key, false, line.birthDate(), read.reading().guardians()));
            }
        }
        all.stream().filter(finding -> !toldByTheZip(finding)).forEach(finding -> add(read.number(), finding));
    }

    /** The same of the same cell is told once. */
    private void add(int row, Finding finding) {
        if (!told.add(row + ":" + finding.place() + ":" + finding.kind())) {
            return;
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
            .add("row_no", row)
            .add("place", finding.place())
            .add("kind", finding.kind().name())
            .add("serious", finding.serious());
        Integer other = finding.otherRow();
        findings.add(other == null ? json : json.add("other_row", other));
    }

    /** That a student has no class, or several, was found when the tables were joined. */
    private boolean toldByTheZip(Finding finding) {
        return one.format() == Format.ONEROSTER && finding.kind() == Kind.MISSING
                && Integer.valueOf(finding.place()).equals(mapping.place(RosterField.CLASS_NAME));
    }

    private UUID add(int number, Line line, @Nullable String index, @Nullable Known known,
            @Nullable Difference difference) {
        UUID learner = known == null ? Ids.next() : known.id();
        JsonObjectBuilder json = Json.createObjectBuilder()
            .add("row_no", number)
            .add("act", difference == null ? "NEW" : difference.isEmpty() ? "SAME" : "CHANGED")
            .add("learner_id", learner.toString())
            .add("given_name", line.givenName())
            .add("family_name", line.familyName())
            .add("search_name", line.searchName())
            .add("class_name", line.place().className())
            .add("grade", line.place().grade())
            .add("vocational", line.place().vocational());
        text(json, "birth_date", line.birthDate());
        PersonalCode code = line.code();
        if (code != null && index != null && (known == null || !known.has(index))) {
            json.add("personal_code", seal.of(code, learner)).add("personal_code_index", index);
        }
        var fields = Json.createArrayBuilder();
        Move move = new Move(null, null, line.from() == null ? term.startsOn() : line.from(), false);
        if (known != null && difference != null) {
            move = difference.move();
            json.add("learner_version", known.version()).add("previous_id", known.latest().id().toString());
            difference.fields()
                .forEach(field -> fields.add(Json.createArrayBuilder()
                    .add(field.field().name())
                    .add(field.before() == null ? "" : field.before())
                    .add(field.after())));
        }
        text(json, "previous_to", move.previousTo());
        text(json, "previous_outcome", move.outcome());
        if (move.nextFrom() != null) {
            json.add("next_id", Ids.next().toString());
            text(json, "next_from", move.nextFrom());
        }
        lines.add(json.add("corrected", move.corrected()).add("difference", fields));
        return learner;
    }

    private static void text(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private void write() {
        entities.createNativeQuery("""
                insert into roster_line select cast(?1 as uuid), r.row_no, r.act, r.learner_id, r.learner_version,
                  r.given_name, r.family_name, r.search_name, r.birth_date, decode(r.personal_code, 'hex'),
                  decode(r.personal_code_index, 'hex'), r.class_name, r.grade, r.vocational, r.previous_id,
                  r.previous_to, r.previous_outcome, r.next_id, r.next_from, r.corrected, r.difference
                from jsonb_to_recordset(cast(?2 as jsonb)) as r(row_no integer, act text, learner_id uuid,
                  learner_version integer, given_name text, family_name text, search_name text, birth_date date,
                  personal_code text, personal_code_index text, class_name text, grade integer, vocational boolean,
                  previous_id uuid, previous_to date, previous_outcome text, next_id uuid, next_from date,
                  corrected boolean, difference jsonb)""")
            .setParameter(1, one.id().toString())
            .setParameter(2, lines.build().toString())
            .executeUpdate();
        entities.createNativeQuery("""
                insert into roster_finding (import_id, row_no, place, kind, serious, other_row)
                select cast(?1 as uuid), r.row_no, r.place, r.kind, r.serious, r.other_row
                from jsonb_to_recordset(cast(?2 as jsonb)) as r(row_no integer, place integer, kind text,
                  serious boolean, other_row integer)""")
            .setParameter(1, one.id().toString())
            .setParameter(2, findings.build().toString())
            .executeUpdate();
        lines = Json.createArrayBuilder();
        findings = Json.createArrayBuilder();
        told.clear();
    }

    /** After the last row: who is twice in the file, who of the school is not in it, and how many of what there are. */
    void end() {
        entities.createNativeQuery("""
                insert into roster_finding (import_id, row_no, place, kind, serious, other_row)
                select ?1, d.row_no, -1, 'TWICE', true, min(d.first) from (
                  select k.row_no, min(k.row_no) over (partition by k.key) as first,
                         k.strong or count(*) over (partition by k.key) > count(k.code) over (partition by k.key) as same
                  from (select l.row_no, v.key, v.strong, l.personal_code_index as code from roster_line l,
                          lateral (values (cast(l.learner_id as text), true),
                            (encode(l.personal_code_index, 'hex'), true),
                            (l.search_name || ' ' || l.birth_date, false)) v(key, strong)
                        where l.import_id = ?1 and v.key is not null) k) d
                where d.same and d.row_no > d.first group by d.row_no""").setParameter(1, one.id()).executeUpdate();
        entities.createNativeQuery("""
                insert into roster_gone (import_id, learner_id, learner_version, enrolment_id)
                select cast(?1 as uuid), l.id, l.version, e.id
                from learner l join enrolment e on e.id = l.latest_enrolment_id
                where e.school_id = ?2 and e.valid_to is null and e.school_year <= ?3
                  and not exists (select 1 from roster_line x where x.import_id = cast(?1 as uuid)
                                  and x.learner_id = l.id)""")
            .setParameter(1, one.id().toString())
            .setParameter(2, one.school().id())
            .setParameter(3, one.schoolYear())
            .executeUpdate();
        entities.createNativeQuery("""
                update roster_import i set state = 'CHECKED', done = i.total, failure = null, ended = 0,
                  added = c.added, changed = c.changed, unchanged = c.unchanged, guardians_added = g.added,
                  guardians_changed = g.changed, custodies_added = g.custodies
                from (select count(*) filter (where act = 'NEW') as added,
                        count(*) filter (where act = 'CHANGED') as changed,
                        count(*) filter (where act = 'SAME') as unchanged
                      from roster_line where import_id = ?1) c,
                     (select count(*) filter (where act = 'NEW') as added,
                        count(*) filter (where act = 'CHANGED') as changed, count(custody_id) as custodies
                      from roster_guardian where import_id = ?1) g
                where i.id = ?1""").setParameter(1, one.id()).executeUpdate();
    }

    private static Term term(EntityManager entities, String schoolYear, LocalDate today) {
        List<?> rows = entities.createNativeQuery("select starts_on, ends_on from school_year where code = ?1")
            .setParameter(1, schoolYear)
            .getResultList();
        if (rows.isEmpty()) {
            throw new Refused(RosterProblem.WRONG_PLACE);
        }
        Object[] days = (Object[]) rows.getFirst();
        return new Term(schoolYear, ((Date) days[0]).toLocalDate(), ((Date) days[1]).toLocalDate(), today);
    }
}
