package lv.pumpurs.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every template may need besides its own record: texts, formats and links of the reader, and the shell around
 * the page. A template declares {@code @param lv.pumpurs.spi.Page page}.
 */
public interface Page {

    /**
     * The reader's language.
     *
     * @return {@code lv} or {@code en}
     */
    Locale locale();

    /**
     * A text in the reader's language, ICU message format.
     *
     * @param key key in one of the modules' {@code messages/*_lv.properties}
     * @param arguments values for {@code {0}}, {@code {1}}, ...
     * @return the text; an unknown key is an error in the build and the key itself at run time
     */
    String t(String key, @Nullable Object... arguments);

    /**
     * A word of a catalogue in the reader's language.
     *
     * @param lv Latvian
     * @param en English
     * @return one of the two
     */
    String pick(String lv, String en);

    /**
     * A date as the reader writes it, {@code 22.11.2026.} in Latvian.
     *
     * @param date the date, or null
     * @return the text; empty for null
     */
    String date(@Nullable LocalDate date);

    /**
     * A number as the reader writes it, {@code 1 234,5} in Latvian.
     *
     * @param number the number, or null
     * @return the text; empty for null
     */
    String number(@Nullable BigDecimal number);

    /**
     * Link inside the tenant of this page.
     *
     * @param path below {@code /t/{tenant}}, with or without leading slash; empty for the tenant's home
     * @return an absolute path
     */
    String link(String path);

    /**
     * Link to a file of the web kit or of a webjar, cached for a year.
     *
     * @param name for instance {@code pumpurs.css}
     * @return an absolute path with the file's fingerprint
     */
    String asset(String name);

    /**
     * The value that a form must send back as {@code csrf}: it shows that the form is ours, and that it is sent for the
     * first time. Asked for once in each form.
     *
     * @return an opaque token of this login, another one each time; empty for an anonymous reader
     */
    String csrf();

    /**
     * This page's own address with one query parameter changed; used by filters, sorting and paging.
     *
     * @param name the parameter
     * @param value its new value, or null to leave it out
     * @return an absolute path with query
     */
    String with(String name, @Nullable String value);

    /**
     * The person who reads.
     *
     * @return the caller
     */
    Caller caller();

    /**
     * The tenant of this page.
     *
     * @return its slug and name; null outside a tenant
     */
    @Nullable
    TenantName tenant();

    /**
     * The menu, already filtered by what the reader may.
     *
     * @return entries by weight
     */
    List<MenuEntry> menu();

    /**
     * A tenant as shown to a reader.
     *
     * @param slug its name in paths
     * @param name its full name
     */
    record TenantName(String slug, String name) {}
}
