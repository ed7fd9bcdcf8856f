package lv.pumpurs.core.catalogue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the files of the catalogues into rows of their tables. */
final class CatalogueRows {

    static final CatalogueTable SCHOOL_YEAR = CatalogueTable.of("school_year", 1, "code text", "starts_on date",
            "ends_on date", "basis text");
    static final CatalogueTable SEMESTER = CatalogueTable.of("semester", 1, "code text", "school_year text",
            "ordinal integer", "starts_on date", "ends_on date", "grade9_ends_on date", "grade12_ends_on date");
    static final CatalogueTable PROGRAMME = CatalogueTable.of("programme", 1, "code text", "name_lv text",
            "name_en text", "number text", "operator text", "starts_on date", "ends_on date", "first_ends_on date",
            "basis text");
    static final CatalogueTable PROGRAMME_GRADE = CatalogueTable.of("programme_grade", 3, "programme text",
            "vocational boolean", "valid_from date", "grade_from integer", "grade_to integer", "valid_to date",
            "basis text");
    static final CatalogueTable APPROVAL_STEP = CatalogueTable.of("approval_step", 2, "programme text",
            "ordinal integer", "role text", "skipped_for text", "basis text");
    static final CatalogueTable APPROVAL_STEP_OF_TENANT = CatalogueTable.of("approval_step", 2, "programme text",
            "ordinal integer", "role text", "basis text");
    static final CatalogueTable RISK_GROUP = CatalogueTable.of("risk_group", 1, "code text", "name_lv text",
            "name_en text", "position integer");
    static final CatalogueTable RISK = CatalogueTable.of("risk", 1, "code text", "risk_group text", "name_lv text",
            "name_en text", "special_category text", "position integer", "basis text");
    static final CatalogueTable MEASURE_KIND = CatalogueTable.of("measure_kind", 1, "code text", "kind text",
            "name_lv text", "name_en text", "unit text", "provider_role text", "evidence text", "position integer",
            "basis text");
    static final CatalogueTable MUNICIPALITY = CatalogueTable.of("municipality", 2, "atvk_code text",
            "valid_from date", "name_lv text", "kind text", "csb_code text", "iso_code text", "valid_to date",
            "successor_atvk text", "predecessors text");

    private CatalogueRows() {}

    /** All tables with their rows, in an order in which they can be written. */
    static Map<CatalogueTable, List<List<@Nullable String>>> all() {
        Map<CatalogueTable, List<List<@Nullable String>>> rows = new LinkedHashMap<>();
        var years = CatalogueFile.read("school_years.csv");
        rows.put(SCHOOL_YEAR, years.stream().map(CatalogueRows::schoolYear).toList());
        rows.put(SEMESTER, years.stream()
            .flatMap(year -> IntStream.of(1, 2).mapToObj(n -> semester(year, n)))
            .toList());
        rows.put(PROGRAMME, rows("programmes.csv", PROGRAMME));
        rows.put(PROGRAMME_GRADE, rows("programme_grades.csv", PROGRAMME_GRADE));
        rows.put(APPROVAL_STEP, rows("approval_steps.csv", APPROVAL_STEP));
        rows.put(RISK_GROUP, riskGroups());
        rows.put(RISK, positioned("risks.csv", "code", "group_code", "name_lv", "name_en", "special_category",
                "position", "basis"));
        rows.put(MEASURE_KIND, positioned("measures.csv", "code", "kind", "name_lv", "name_en", "unit",
                "provider_role", "evidence_documents", "position", "basis"));
        rows.put(MUNICIPALITY, CatalogueFile.read("municipalities.csv")
            .stream()
            .map(CatalogueRows::municipality)
            .toList());
        return rows;
    }

    /** Rows of a file whose columns are named as those of the table. */
    private static List<List<@Nullable String>> rows(String file, CatalogueTable table) {
        var names = table.all().map(CatalogueTable.Column::name).toArray(String[]::new);
        return CatalogueFile.read(file).stream().map(row -> CatalogueFile.values(row, names)).toList();
    }

    /** Rows of a file in its order, which is the order of lists. */
    private static List<List<@Nullable String>> positioned(String file, String... columns) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (var record : CatalogueFile.read(file)) {
            List<@Nullable String> row = new ArrayList<>();
            for (var column : columns) {
                row.add(switch (column) {
                    case "position" -> String.valueOf(rows.size() + 1);
                    case "special_category" -> category(record.getField(column));
                    default -> CatalogueFile.value(record, column);
                });
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<@Nullable String>> riskGroups() {
        Map<String, List<@Nullable String>> groups = new LinkedHashMap<>();
        for (var row : CatalogueFile.read("risks.csv")) {
            groups.computeIfAbsent(row.getField("group_code"), code -> Arrays.asList(code, row.getField("group_lv"),
                    row.getField("group_en"), String.valueOf(groups.size() + 1)));
        }
        return List.copyOf(groups.values());
    }

    /** A school year covers the days from 1 September to 31 August; teaching is the semesters. */
    private static List<@Nullable String> schoolYear(NamedCsvRecord row) {
        var code = row.getField("school_year");
        return Arrays.asList(code, code.substring(0, 4) + "-09-01", code.substring(5) + "-08-31",
                row.getField("confidence"));
    }

    private static List<@Nullable String> semester(NamedCsvRecord row, int ordinal) {
        var year = row.getField("school_year");
        return ordinal == 1
                ? Arrays.asList(year + "-1", year, "1", row.getField("s1_start"), row.getField("s1_end"), null, null)
                : Arrays.asList(year + "-2", year, "2", row.getField("s2_start"), row.getField("s2_end_general"),
                        CatalogueFile.value(row, "s2_end_grade9"), CatalogueFile.value(row, "s2_end_grade12"));
    }

    private static List<@Nullable String> municipality(NamedCsvRecord row) {
        return Arrays.asList(row.getField("atvk_2021"), row.getField("valid_from"), row.getField("name_lv"),
                row.getField("type").equals("valstspilseta") ? "STATE_CITY" : "MUNICIPALITY",
                row.getField("csb_code"), row.getField("iso_3166_2"), CatalogueFile.value(row, "valid_to"),
                CatalogueFile.value(row, "successor_atvk"), row.getField("predecessors"));
    }

    private static String category(String text) {
        return switch (text) {
            case "no" -> "NONE";
            case "yes" -> "ART9";
            case "art10" -> "ART10";
            default -> throw new IllegalStateException("No such special category in the catalogue of risks: " + text);
        };
    }
}
