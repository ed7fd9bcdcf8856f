package lv.pumpurs.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What counts as a message. */
class WriteMessageTest {

    /** The database holds a subject to be one character at least, without the spaces around it. */
    @Test
    void wide_spaces_alone_are_neither_a_subject_nor_words() {
        WriteMessage typed = new WriteMessage(WriteMessage.ALL, "\u2003", " \u3000\n");
        assertThat(typed.subject()).isEmpty();
        assertThat(typed.words()).isEmpty();
        assertThat(new WriteMessage(WriteMessage.ALL, " Tikšanās ", "Lūdzu, atnāciet.").subject())
            .isEqualTo("Tikšanās");
    }
}
