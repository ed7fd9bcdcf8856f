package lv.pumpurs.core.privacy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.PersonalData.Code;
import lv.pumpurs.spi.PersonalData.Section;
import org.jspecify.annotations.Nullable;

/**
 * Everything kept about a learner, as a family may read it.
 *
 * @param name given and family name
 * @param tenant name of the municipality
 * @param madeAt when
 * @param sections what each table keeps
 */
public record Archive(String name, String tenant, Instant madeAt, List<Section> sections) {

    /** Keeps its own copy. */
    public Archive {
        sections = List.copyOf(sections);
    }

    /**
     * A value in the reader's words.
     *
     * @param page the reader's texts and formats
     * @param value as a section holds it
     * @return the text; a dash for nothing
     */
    public static String shown(RequestPage page, @Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Code code -> page.t(code.textKey());
            case LocalDate day -> page.date(day);
            case Instant moment -> page.dateTime(moment);
            case Boolean yes -> page.t(yes ? "audit.yes" : "audit.no");
            case Number number -> page.number(new BigDecimal(number.toString()));
            default -> value.toString();
        };
    }
}
