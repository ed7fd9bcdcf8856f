package lv.pumpurs.core.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Role;

/**
 * Fills the template of a record that becomes a paper and no page: in Latvian, the language of official papers,
 * whatever the reader's is, and without the shell. A paper has no links, so it knows of nobody who reads it.
 */
@Dependent
public class Documents {

    private final Templates templates;
    private final RequestPage page;

    /**
     * One per request.
     *
     * @param templates of every jar
     * @param texts the words
     * @param assets files of the web kit
     */
    @Inject
    public Documents(Templates templates, Texts texts, Assets assets) {
        this.templates = templates;
        this.page = new RequestPage(RequestPage.Words.of(texts, Languages.LATVIAN),
                new RequestPage.Reader(new Nobody(), null, null, () -> "", List.of(), 0), new Address("/", Map.of()),
                assets);
    }

    /**
     * Fills the template of a record.
     *
     * @param record what the paper tells
     * @return well-formed markup; every value in it is text
     */
    public String latvian(Record record) {
        return templates.text(record, page);
    }

    /**
     * A text in the language of papers.
     *
     * @param key key of the text
     * @return the text
     */
    public String word(String key) {
        return page.t(key);
    }

    /** Nobody reads yet. */
    private record Nobody() implements Caller {

        @Override
        public UUID personId() {
            throw new IllegalStateException("A paper knows no reader.");
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public Set<Role> roles() {
            return Set.of();
        }

        @Override
        public boolean may(String permission) {
            return false;
        }

        @Override
        public Set<Role> rolesWith(String permission) {
            return Set.of();
        }
    }
}
