package lv.pumpurs.core.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.LoggedTable;
import org.jspecify.annotations.Nullable;

/**
 * One change of one row.
 *
 * @param id number of the change
 * @param at when
 * @param person who
 * @param table the table
 * @param act {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param subject name of the person or thing that the row is about; null if there is none or it is closed
 * @param closed whether the reader may know no more than that something changed
 * @param fields what changed; empty if closed or redacted
 * @param redacted whether nothing is left of what changed, because whom it was about is forgotten
 */
public record ChangeView(long id, Instant at, LogPerson person, String table, String act, @Nullable String subject,
        boolean closed, List<Field> fields, boolean redacted) {

    /**
     * One field that changed.
     *
     * @param column the column
     * @param hidden whether its values are never shown
     * @param before old value; null if there was none or it is hidden
     * @param after new value; null if there is none or it is hidden
     */
    public record Field(String column, boolean hidden, @Nullable Value before, @Nullable Value after) {}

    /**
     * A value.
     *
     * @param value as the database keeps it
     * @param lv its name in Latvian, for keys and codes of a catalogue; null for all else, and if the row is gone
     * @param en its name in English
     */
    public record Value(String value, @Nullable String lv, @Nullable String en) {}

    /**
     * A value in the reader's words.
     *
     * @param page the reader's texts and formats
     * @param column the column
     * @param value old or new value, or null
     * @return the text; empty for null
     */
    public String shown(RequestPage page, String column, @Nullable Value value) {
        LoggedTable declared = LoggedTables.all().find(table);
        LoggedTable.Column kind = declared == null ? null : declared.column(column);
        if (value == null || kind == null) {
            return "";
        }
        String text = value.value();
        return switch (kind.shown()) {
            case TEXT -> text;
            case NUMBER -> page.number(new BigDecimal(text));
            case DATE -> page.date(LocalDate.parse(text));
            case TIME -> page.dateTime(OffsetDateTime.parse(text).toInstant());
            case YES_NO -> page.t(Boolean.parseBoolean(text) ? "audit.yes" : "audit.no");
            case TERM -> page.term(text);
            case CODE -> page.t(kind.words() + text);
            case ROW, CATALOGUE -> named(page, value);
            case NEVER -> "";
        };
    }

    private static String named(RequestPage page, Value value) {
        String lv = value.lv();
        String en = value.en();
        return lv == null || en == null ? page.t("audit.gone") : page.pick(lv, en);
    }
}
