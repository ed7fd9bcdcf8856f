package lv.pumpurs.core.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.roster.ImportView.Change;
import lv.pumpurs.core.roster.ImportView.Contact;
import lv.pumpurs.core.roster.ImportView.GuardianRow;
import lv.pumpurs.core.roster.ImportView.Row;
import lv.pumpurs.core.roster.ImportView.Shown;
import lv.pumpurs.core.roster.ImportView.Tab;
import lv.pumpurs.core.web.ListQuery;
import org.jspecify.annotations.Nullable;

/** What an import found, page by page: a number of statements that does not grow with the file. */
@Dependent
public class ImportReading {

    private static final int SAMPLE = 3;
    private static final int MOST_GONE = 3_000;
    /** Of a guardian who stays as the person is, and stands for the learner already, nothing is to be told. */
    private static final String WORTH_A_LOOK = "(act <> 'SAME' or custody_id is not null or hints <> '[]')";

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     */
    @Inject
    public ImportReading(EntityManager entities) {
        this.entities = entities;
    }

    ImportView view(RosterImport one, @Nullable Tab wanted, ListQuery asked) {
        Object[] counts = (Object[]) query("""
                select (select count(distinct row_no) from roster_finding where import_id = ?1),
                  (select count(*) from roster_finding where import_id = ?1 and serious),
                  (select count(*) from roster_line where import_id = ?1 and act = 'NEW'),
                  (select count(*) from roster_line where import_id = ?1 and act = 'CHANGED'),
                  (select count(*) from roster_gone where import_id = ?1),
                  (select count(*) from roster_guardian where import_id = ?1 and {worth})"""
            .replace("{worth}", WORTH_A_LOOK), one)
            .getSingleResult();
        Map<Tab, Long> tally = new EnumMap<>(Tab.class);
        tally.put(Tab.PROBLEMS, number(counts[0]));
        tally.put(Tab.NEW, number(counts[2]));
        tally.put(Tab.CHANGED, number(counts[3]));
        tally.put(Tab.GUARDIANS, number(counts[5]));
        tally.put(Tab.GONE, number(counts[4]));
        Tab tab = wanted == null ? first(tally) : wanted;
        long total = tally.getOrDefault(tab, 0L);
        return new ImportView(one, sample(one), tally, number(counts[1]), tab,
                total == 0 ? List.of() : rows(one, tab, asked),
                tab == Tab.GUARDIANS && total > 0 ? guardians(one, asked) : List.of(), asked.of(total));
    }

    private static Tab first(Map<Tab, Long> tally) {
        return tally.entrySet()
            .stream()
            .filter(entry -> entry.getValue() > 0)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(Tab.PROBLEMS);
    }

    private List<List<String>> sample(RosterImport one) {
        List<?> rows = query("select cast(cells as text) from roster_row where import_id = ?1 and part = ''"
                + " order by row_no limit " + SAMPLE, one)
            .getResultList();
        return rows.stream().map(JsonTexts::cells).map(ImportReading::texts).toList();
    }

    private List<Row> rows(RosterImport one, Tab tab, ListQuery asked) {
        return switch (tab) {
            case PROBLEMS -> problems(one, asked);
            case NEW -> lines(one, "NEW", asked);
            case CHANGED -> lines(one, "CHANGED", asked);
            case GUARDIANS -> List.of();
            case GONE -> gone(one);
        };
    }

    private List<Row> problems(RosterImport one, ListQuery asked) {
        List<?> found = page(query("""
                select f.row_no, f.place, f.kind, f.serious, f.other_row, cast(r.cells as text)
                from roster_finding f left join roster_row r on r.import_id = f.import_id and r.part = ''
                  and r.row_no = f.row_no
                where f.import_id = ?1 and f.row_no in (select distinct d.row_no from roster_finding d
                  where d.import_id = ?1 order by d.row_no limit ?2 offset ?3)
                order by f.row_no, f.serious desc, f.place, f.kind""", one), asked);
        Map<Integer, Row> rows = new LinkedHashMap<>();
        for (Object each : found) {
            Object[] row = (Object[]) each;
            List<String> cells = row[5] == null ? List.of() : texts(JsonTexts.cells(row[5]));
            int number = (int) number(row[0]);
            int place = (int) number(row[1]);
            rows.computeIfAbsent(number, n -> new Row(n, null, at(one, cells, RosterField.GIVEN_NAME) + " "
                    + at(one, cells, RosterField.FAMILY_NAME), at(one, cells, RosterField.CLASS_NAME), null,
                    new ArrayList<>(), List.of()))
                .findings()
                .add(new Shown(place >= 0 && place < one.header().size() ? one.header().get(place) : "",
                        place >= 0 && place < cells.size() ? cells.get(place) : "", (String) row[2], (Boolean) row[3],
                        row[4] == null ? null : (int) number(row[4])));
        }
        return List.copyOf(rows.values());
    }

    private List<Row> lines(RosterImport one, String act, ListQuery asked) {
        List<?> found = page(query("""
                select row_no, cast(learner_id as text), given_name || ' ' || family_name, class_name, birth_date,
                  cast(difference as text)
                from roster_line where import_id = ?1 and act = ?4 order by row_no limit ?2 offset ?3""", one)
            .setParameter(4, act), asked);
        return found.stream()
            .map(Object[].class::cast)
            .map(row -> new Row((int) number(row[0]), act.equals("NEW")
                    ? null
                    : UUID.fromString((String) row[1]), (String) row[2], (String) row[3], day(row[4]), List.of(),
                    changes(row[5])))
            .toList();
    }

    private List<GuardianRow> guardians(RosterImport one, ListQuery asked) {
        List<?> found = page(query("""
                select x.row_no, l.given_name || ' ' || l.family_name, l.class_name,
                  x.given_name || ' ' || x.family_name, x.email, x.phone, x.act, x.custody_id is not null,
                  cast(x.hints as text), cast(x.difference as text)
                from (select * from roster_guardian where import_id = ?1 and {worth}
                      order by row_no, nth limit ?2 offset ?3) x
                join roster_line l on l.import_id = x.import_id and l.row_no = x.row_no
                order by x.row_no, x.nth""".replace("{worth}", WORTH_A_LOOK), one), asked);
        return found.stream()
            .map(Object[].class::cast)
            .map(row -> new GuardianRow((int) number(row[0]), (String) row[1], (String) row[2],
                    new Contact((String) row[3], (String) row[4], (String) row[5]), (String) row[6], (Boolean) row[7],
                    JsonTexts.texts(row[8]), changes(row[9])))
            .toList();
    }

    /** All on one page, where they are ticked; a school has not more. */
    private List<Row> gone(RosterImport one) {
        List<?> found = query("""
                select cast(l.id as text), l.given_name || ' ' || l.family_name, e.class_name, l.birth_date
                from roster_gone g join learner l on l.id = g.learner_id join enrolment e on e.id = g.enrolment_id
                where g.import_id = ?1 order by l.family_name, l.given_name, l.id limit ?2""", one)
            .setParameter(2, MOST_GONE)
            .getResultList();
        return found.stream()
            .map(Object[].class::cast)
            .map(row -> new Row(null, UUID.fromString((String) row[0]),
                    (String) row[1], (String) row[2], day(row[3]), List.of(), List.of()))
            .toList();
    }

    private static List<Change> changes(Object stored) {
        return JsonTexts.array(stored).getValuesAs(JsonArray.class).stream().map(ImportReading::change).toList();
    }

    private static Change change(JsonArray change) {
        return new Change(RosterField.valueOf(change.getString(0)), change.getString(1), change.getString(2));
    }

    private static String at(RosterImport one, List<String> cells, RosterField field) {
        Mapping mapping = one.mapping();
        Integer place = mapping == null ? null : mapping.place(field);
        return place == null || place >= cells.size() ? "" : cells.get(place);
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(Cell::text).toList();
    }

    private Query query(String sql, RosterImport one) {
        return entities.createNativeQuery(sql).setParameter(1, one.id());
    }

    private static List<?> page(Query query, ListQuery asked) {
        return query.setParameter(2, asked.size()).setParameter(3, asked.offset()).getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static @Nullable LocalDate day(@Nullable Object day) {
        return day == null ? null : ((Date) day).toLocalDate();
    }
}
