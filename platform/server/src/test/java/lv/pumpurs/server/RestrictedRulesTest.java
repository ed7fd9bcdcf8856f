package lv.pumpurs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.stream.Stream;
import lv.pumpurs.core.audit.LoggedTables;
import lv.pumpurs.spi.RestrictedColumn;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.testkit.RestrictedRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules that keep restricted words closed, on classes that were planted to break them. */
class RestrictedRulesTest {

    @Test
    void a_class_that_is_not_named_opens_nothing() {
        assertThat(faults(Opener.class)).contains("Opener.page", "shownTo");
        assertThat(faults(Referring.class)).contains("Referring.page");
    }

    @Test
    void a_restricted_column_is_no_string_and_needs_the_converter() {
        assertThat(faults(Plain.class)).contains("Plain.remark").doesNotContain("Plain.subject");
        assertThat(faults(Bare.class)).contains("Bare.note");
    }

    @Test
    void a_column_of_restricted_words_is_in_the_list() {
        assertThat(faults(Unlisted.class)).contains("Unlisted.words");
    }

    @Test
    void a_statement_that_names_a_restricted_column_stands_in_a_named_class() {
        assertThat(faults(Statement.class)).contains("names plan_risk.note").doesNotContain("plan_risk.remark");
    }

    @Test
    void a_class_that_shows_what_was_opened_or_keeps_words_closed_passes() {
        assertThat(faults(Right.class)).isEmpty();
    }

    /** The log is that of a whole tenant: its readers are told that such a column changed, and no word of it. */
    @Test
    void the_log_of_changes_shows_no_restricted_column() {
        assertThat(RestrictedRules.COLUMNS).containsKey("plan_risk");
        RestrictedRules.COLUMNS.forEach((table, columns) -> assertThat(columns)
            .allSatisfy(column -> assertThat(LoggedTables.all().find(table)).isNotNull()
                .extracting(declared -> declared.column(column))
                .as(table + "." + column)
                .isNull()));
    }

    private static String faults(Class<?> planted) {
        var classes = new ClassFileImporter().importClasses(planted);
        return String.join("\n", RestrictedRules.all()
            .stream()
            .flatMap(rule -> rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails().stream())
            .toList());
    }

    static class Opener {
        String page(RestrictedText text) {
            return text.shownTo(() -> true).shown();
        }
    }

    static class Referring {
        Stream<RestrictedText> page(RestrictedText text, RestrictedText.Sight sight) {
            return Stream.of(sight).map(text::shownTo);
        }
    }

    @Entity
    @Table(name = "planned_measure")
    static class Plain {
        @Column(name = "remark")
        private @Nullable String remark;
        @Column(name = "subject")
        private @Nullable String subject;
    }

    @Entity
    @Table(name = "plan_risk")
    static class Bare {
        @Column(name = "note")
        private @Nullable RestrictedText note;
    }

    @Entity
    @Table(name = "consultation")
    static class Unlisted {
        @Column(name = "words")
        @Convert(converter = RestrictedColumn.class)
        private @Nullable RestrictedText words;
    }

    static class Statement {
        static final String SQL = """
                select k.note
                from support_plan p join plan_risk k on k.plan_id = p.id""";
    }

    @Entity
    @Table(name = "plan_risk")
    static class Right {
        static final String SQL = "select k.severity from plan_risk k";
        @Column(name = "note")
        @Convert(converter = RestrictedColumn.class)
        private RestrictedText note = RestrictedText.of("");

        String page() {
            return note.shown();
        }
    }
}
