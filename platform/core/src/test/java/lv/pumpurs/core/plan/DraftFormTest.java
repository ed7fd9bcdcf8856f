package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lv.pumpurs.core.web.Posted;
import org.junit.jupiter.api.Test;

/** Rows of the form of a draft. */
class DraftFormTest {

    private static final DraftChoices CHOICES = new DraftChoices(List.of(), List.of(), List.of(),
            LocalDate.of(2020, 9, 1), LocalDate.of(2020, 12, 18));
    private static final Posted EMPTY = new Posted(Map.of());

    @Test
    void a_new_row_begins_with_the_semester_and_with_the_only_risk_there_is() {
        var form = EMPTY.with("act", "add").with("risks.A.severity", "LOW").with("risks.B.severity", "");
        var more = pressed(form);
        assertThat(more.rows("measures")).containsExactly("0");
        assertThat(more.first("measures.0.startsOn")).isEqualTo("2020-09-01");
        assertThat(more.first("measures.0.endsOn")).isEqualTo("2020-12-18");
        assertThat(more.ticked("measures.0.risks", "A")).isTrue();
    }

    @Test
    void a_new_row_ties_nothing_where_there_are_several_risks_and_takes_a_number_of_its_own() {
        var form = EMPTY.with("act", "add")
            .with("risks.A.severity", "LOW")
            .with("risks.B.severity", "HIGH")
            .with("measures.4.kind", "X");
        var more = pressed(form);
        assertThat(more.rows("measures")).containsExactly("4", "5");
        assertThat(more.ticked("measures.5.risks", "A")).isFalse();
    }

    @Test
    void a_row_is_removed_whole_and_no_other() {
        var form = EMPTY.with("act", "remove.1")
            .with("measures.1.kind", "X")
            .with("measures.1.risks", "A")
            .with("measures.11.kind", "Y");
        var less = pressed(form);
        assertThat(less.rows("measures")).containsExactly("11");
    }

    @Test
    void any_other_button_changes_no_row() {
        assertThat(DraftForm.rows(EMPTY.with("act", "save"), CHOICES)).isNull();
        assertThat(DraftForm.rows(EMPTY, CHOICES)).isNull();
    }

    @Test
    void a_risk_without_severity_and_word_is_not_seen_and_one_with_a_word_only_is_asked_about() {
        var form = EMPTY.with("risks.A.risk", "A")
            .with("risks.A.severity", "")
            .with("risks.B.risk", "B")
            .with("risks.B.note", "redzams");
        assertThat(DraftForm.seen(form).rows("risks")).containsExactly("B");
    }

    private static Posted pressed(Posted form) {
        return Objects.requireNonNull(DraftForm.rows(form, CHOICES));
    }
}
