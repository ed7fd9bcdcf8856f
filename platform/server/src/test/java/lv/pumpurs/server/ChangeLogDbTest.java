package lv.pumpurs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lv.pumpurs.core.audit.LoggedTables;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.LoggedTable;
import lv.pumpurs.spi.LoggedTable.Shown;
import org.junit.jupiter.api.Test;

/** Every table of a tenant, the core's and every plugin's: what happens to it is written down, and has words. */
class ChangeLogDbTest {

    private static final String CATALOGUE = "a copy of the nation's catalogue";
    private static final String LOG = "a log itself";
    private static final String IMPORTED = "what an import wrote last, and what it wrote is written down";
    private static final String STAGED = "rows of a file on their way in; what becomes of them is written down";

    /** Tables whose changes are not written down. */
    private static final Map<String, String> UNLOGGED = new TreeMap<>(Map.ofEntries(
            Map.entry("school_year", CATALOGUE), Map.entry("semester", CATALOGUE), Map.entry("programme", CATALOGUE),
            Map.entry("programme_grade", CATALOGUE), Map.entry("approval_step", CATALOGUE),
            Map.entry("risk_group", CATALOGUE), Map.entry("risk", CATALOGUE), Map.entry("measure_kind", CATALOGUE),
            Map.entry("plan_number", "the last number of a series of plan codes"), Map.entry("change_log", LOG),
            Map.entry("read_log", LOG), Map.entry("roster_import", STAGED), Map.entry("roster_row", STAGED),
            Map.entry("roster_lock", STAGED),
            Map.entry("roster_line", STAGED), Map.entry("roster_gone", STAGED), Map.entry("roster_finding", STAGED),
            Map.entry("roster_guardian", STAGED), Map.entry("imported_guardian", IMPORTED),
            Map.entry("imported_guardian_key", IMPORTED), Map.entry("imported_guardianship", IMPORTED),
            Map.entry("roster_mapping", "how columns were understood the last time"),
            Map.entry("mail", "on its way out; the message or the work that it tells of is written down"),
            Map.entry("digest_day", "that a day's digests are written"),
            Map.entry("application_scan_content", "files, encrypted; that one was added or taken away is written down"),
            Map.entry("request_key", "hashes of requests, and for a day only")));

    /** After each row, on insert, update and delete, switched on: bits and letter as the catalog keeps them. */
    private static final String WITH_TRIGGER = """
            SELECT c.relname FROM pg_class c
            JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgtype = 29 AND t.tgenabled = 'O'
                 AND t.tgqual IS NULL AND t.tgattr = ''
            JOIN pg_proc p ON p.oid = t.tgfoid AND p.proname = 'record_change' AND p.pronamespace = c.relnamespace
            WHERE c.relnamespace = '%s'::regnamespace""";

    private final Texts texts = new Texts();

    @Test
    void every_table_has_the_trigger_or_a_reason_not_to() throws SQLException {
        for (var tenant : List.of(TwoTenants.ALFA, TwoTenants.BETA)) {
            Set<String> all = look("SELECT relname FROM pg_class WHERE relnamespace = '" + tenant
                    + "'::regnamespace AND relkind IN ('r', 'p') AND relname !~ '^history_'");
            assertThat(all).hasSizeGreaterThan(20).containsAll(UNLOGGED.keySet());
            all.removeAll(UNLOGGED.keySet());
            assertThat(look(WITH_TRIGGER.formatted(tenant))).isEqualTo(all);
        }
    }

    @Test
    void every_logged_table_is_declared_with_columns_that_it_has() throws SQLException {
        assertThat(look(WITH_TRIGGER.formatted(TwoTenants.ALFA)))
            .isEqualTo(new TreeSet<>(LoggedTables.all().tables().stream().map(LoggedTable::name).toList()));
        for (LoggedTable table : LoggedTables.all().tables()) {
            Set<String> declared = new TreeSet<>(table.columns().keySet());
            declared.remove("version");
            assertThat(columns(table.name())).as(table.name()).containsAll(declared);
            if (table.subject() != null) {
                assertThat(columns(table.name())).contains(table.subject());
            }
        }
    }

    @Test
    void every_logged_table_and_column_has_words_in_both_languages() throws SQLException {
        Set<String> missing = new TreeSet<>();
        for (LoggedTable table : LoggedTables.all().tables()) {
            wanted("audit.table." + table.name(), missing);
            for (String column : columns(table.name())) {
                LoggedTable.Column declared = table.column(column);
                if (declared == null || declared.shown() != Shown.NEVER) {
                    wanted("audit.column." + table.name() + "." + column, missing);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A column of codes says in its check which there are. */
    @Test
    void every_code_that_a_column_may_hold_has_words_in_both_languages() throws SQLException {
        Set<String> missing = new TreeSet<>();
        int codes = 0;
        for (LoggedTable table : LoggedTables.all().tables()) {
            for (var column : table.columns().entrySet()) {
                if (column.getValue().shown() == Shown.CODE) {
                    for (String code : codes(table.name(), column.getKey())) {
                        codes++;
                        wanted(column.getValue().words() + code, missing);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(codes).isGreaterThan(35);
    }

    private static Set<String> codes(String table, String column) throws SQLException {
        Set<String> codes = new TreeSet<>();
        for (String check : look(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c' AND conrelid = '"
                        + TwoTenants.ALFA + "." + table + "'::regclass")) {
            if (check.startsWith("CHECK ((" + column + " = ANY (ARRAY[")) {
                Pattern.compile("'([A-Z_]+)'")
                    .matcher(check)
                    .results()
                    .map((MatchResult one) -> one.group(1))
                    .forEach(codes::add);
            }
        }
        return codes;
    }

    private static Set<String> columns(String table) throws SQLException {
        return look("SELECT attname FROM pg_attribute WHERE attrelid = '" + TwoTenants.ALFA + "." + table
                + "'::regclass AND attnum > 0 AND NOT attisdropped");
    }

    private void wanted(String key, Set<String> missing) {
        for (String language : List.of("lv", "en")) {
            if (texts.text(Locale.of(language), key).equals(key)) {
                missing.add(language + ": " + key);
            }
        }
    }

    private static Set<String> look(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return new TreeSet<>(found);
    }
}
