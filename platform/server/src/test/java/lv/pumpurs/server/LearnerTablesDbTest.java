package lv.pumpurs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import lv.pumpurs.core.fixture.TwoTenants;
import org.junit.jupiter.api.Test;

/** When two records of a child become one, no table of the core or of a plugin is forgotten. */
class LearnerTablesDbTest {

    /** The log says what was true then; the rows of an import under way are thrown away when a learner has changed. */
    private static final Set<String> LEFT_ALONE = Set.of("read_log", "roster_line", "roster_gone");

    @Test
    void every_reference_to_a_learner_is_a_column_that_a_merge_moves() throws SQLException {
        for (var tenant : Set.of(TwoTenants.ALFA, TwoTenants.BETA)) {
            Set<String> moved = look("select t || '.learner_id' from " + tenant + ".tables_of_learners() t");
            assertThat(look("""
                    select c.conrelid::regclass::text || '.' || string_agg(a.attname, ',') from pg_constraint c
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                    where c.contype = 'f' and c.confrelid = '%1$s.learner'::regclass and c.conrelid <> c.confrelid
                    group by c.oid, c.conrelid""".formatted(tenant), tenant + ".")).isNotEmpty().isSubsetOf(moved);
        }
    }

    @Test
    void every_table_with_a_learner_is_moved_or_left_alone_for_a_reason() throws SQLException {
        Set<String> moved = look("select t from " + TwoTenants.ALFA + ".tables_of_learners() t");
        Set<String> all = look("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = '%s'::regnamespace and c.relkind in ('r', 'p') and a.attname like '%%learner%%id%%'
                 and a.attnum > 0 and not a.attisdropped""".formatted(TwoTenants.ALFA));
        assertThat(moved).contains("consultation", "support_plan", "enrolment");
        all.removeAll(LEFT_ALONE);
        assertThat(moved).isEqualTo(all);
    }

    private static Set<String> look(String query) throws SQLException {
        return look(query, "");
    }

    private static Set<String> look(String query, String prefix) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String text = rows.getString(1);
                found.add(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
            }
        }
        return found;
    }
}
