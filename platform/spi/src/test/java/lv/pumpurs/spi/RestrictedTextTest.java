package lv.pumpurs.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import org.junit.jupiter.api.Test;

class RestrictedTextTest {

    private static final String WORDS = "nosaukta slimība";
    private static final RestrictedText CLOSED = RestrictedText.of(WORDS);

    private record View(RestrictedText note) {}

    @Test
    void what_nobody_opened_shows_the_mark() {
        assertThat(CLOSED.isShown()).isFalse();
        assertThat(CLOSED.shown()).isEqualTo(RestrictedText.MARK);
    }

    @Test
    void what_was_opened_for_a_reader_shows_its_words() {
        RestrictedText open = CLOSED.shownTo(() -> true);
        assertThat(open.isShown()).isTrue();
        assertThat(open.shown()).isEqualTo(WORDS);
    }

    @Test
    void what_a_reader_may_not_see_has_lost_its_words_and_is_opened_by_nobody_after() {
        RestrictedText refused = CLOSED.shownTo(() -> false);
        assertThat(refused.shownTo(() -> true).shown()).isEqualTo(RestrictedText.MARK);
        assertThat(refused).isNotEqualTo(CLOSED);
        assertThat(CLOSED.shownTo(() -> true).shownTo(() -> false).isShown()).isFalse();
    }

    @Test
    void no_log_and_no_message_holds_a_word_even_of_what_was_opened() {
        View view = new View(CLOSED.shownTo(() -> true));
        assertThat("" + view.note()).isEqualTo(RestrictedText.MARK);
        assertThat(view + String.valueOf(view.note()) + "%s".formatted(view.note())
                + MessageFormat.format("{0}", view.note()))
            .doesNotContain(WORDS);
    }

    @Test
    void opening_changes_nothing_of_what_is_said() {
        assertThat(CLOSED.shownTo(() -> true)).isEqualTo(CLOSED).hasSameHashCodeAs(CLOSED);
        assertThat(CLOSED).isNotEqualTo(RestrictedText.of("cits"));
    }

    @Test
    void what_is_typed_loses_the_blanks_around_it_and_blanks_alone_are_nothing() {
        assertThat(RestrictedText.typed(" \t" + WORDS + "\n")).isEqualTo(CLOSED);
        assertThat(RestrictedText.typed(" \n")).isNull();
        assertThat(RestrictedText.typed(null)).isNull();
    }

    @Test
    void a_column_keeps_the_words_and_reads_them_closed() {
        var column = new RestrictedColumn();
        assertThat(column.convertToDatabaseColumn(CLOSED)).isEqualTo(WORDS);
        assertThat(column.convertToDatabaseColumn(CLOSED.shownTo(() -> true))).isEqualTo(WORDS);
        assertThat(column.convertToDatabaseColumn(null)).isNull();
        RestrictedText read = column.convertToEntityAttribute(WORDS);
        assertThat(read).isEqualTo(CLOSED);
        assertThat(read).isNotNull().extracting(RestrictedText::isShown).isEqualTo(false);
        assertThat(column.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void a_column_never_takes_the_mark_for_the_words_that_it_hides() {
        assertThatThrownBy(() -> new RestrictedColumn().convertToDatabaseColumn(RestrictedText.hidden()))
            .isInstanceOf(IllegalStateException.class);
    }
}
