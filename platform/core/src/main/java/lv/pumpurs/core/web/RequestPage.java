package lv.pumpurs.core.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import lv.pumpurs.core.web.CurrentTenant.Entry;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.MenuEntry;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/** The page of one request: words and formats of the reader's language, links, and what the shell shows. */
public final class RequestPage implements Page {

    private final Words words;
    private final Reader reader;
    private final Address address;
    private final Assets assets;

    RequestPage(Words words, Reader reader, Address address, Assets assets) {
        this.words = words;
        this.reader = reader;
        this.address = address;
        this.assets = assets;
    }

    /** One language: its texts and its formats. */
    record Words(Texts texts, Formats formats) {

        static Words of(Texts texts, Locale language) {
            return new Words(texts, new Formats(language));
        }
    }

    /** Who reads, and where. */
    record Reader(Caller caller, Page.@Nullable TenantName tenant, @Nullable Entry entry, Supplier<String> csrf,
            List<MenuEntry> menu, long due) {}

    @Override
    public Locale locale() {
        return words.formats().language();
    }

    @Override
    public String t(String key, @Nullable Object... arguments) {
        return words.texts().text(locale(), key, arguments);
    }

    /**
     * Whether there is a text, for words that some modules bring and others do not.
     *
     * @param key its key
     * @return true if so
     */
    public boolean has(String key) {
        return words.texts().has(key);
    }

    @Override
    public String pick(String lv, String en) {
        return Languages.LATVIAN.equals(locale()) ? lv : en;
    }

    @Override
    public String date(@Nullable LocalDate date) {
        return words.formats().date(date);
    }

    /**
     * Date and time in Riga.
     *
     * @param instant the moment, or null
     * @return the text; empty for null
     */
    public String dateTime(@Nullable Instant instant) {
        return words.formats().dateTime(instant);
    }

    @Override
    public String number(@Nullable BigDecimal number) {
        return words.formats().number(number);
    }

    /**
     * A count.
     *
     * @param number the number
     * @return as the reader writes it
     */
    public String number(long number) {
        return words.formats().number(BigDecimal.valueOf(number));
    }

    /**
     * A difference with its sign.
     *
     * @param number the difference, or null
     * @return the text; empty for null
     */
    public String difference(@Nullable BigDecimal number) {
        return words.formats().difference(number);
    }

    /**
     * A school year or a semester in words.
     *
     * @param code {@code 2020/2021} or {@code 2020/2021-1}, or null
     * @return for instance {@code 2020./2021. m.g. 1. semestris}; empty for null
     */
    public String term(@Nullable String code) {
        return words.formats().term(code);
    }

    /**
     * A semester without its year.
     *
     * @param code {@code 2020/2021-1}
     * @return for instance {@code 1. semestris}
     */
    public String semester(@Nullable String code) {
        return words.formats().semester(code);
    }

    /**
     * A semester on two short lines, for the axis of a chart.
     *
     * @param code {@code 2020/2021-1}
     * @return for instance {@code 2020./21.} and {@code 1. sem.}
     */
    public String shortTerm(String code) {
        return words.formats().shortTerm(code);
    }

    @Override
    public String link(String path) {
        Page.TenantName tenant = reader.tenant();
        String inside = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
        return tenant == null ? inside : "/t/" + tenant.slug() + inside;
    }

    @Override
    public String asset(String name) {
        return assets.path(name);
    }

    /**
     * An icon of the sprite, for {@code <use href>}.
     *
     * @param name its name without prefix
     * @return address of the symbol
     */
    public String icon(String name) {
        return assets.path("icons.svg") + "#" + name;
    }

    @Override
    public String csrf() {
        return reader.csrf().get();
    }

    @Override
    public String with(String name, @Nullable String value) {
        return address.with(name, value);
    }

    /**
     * Where this list is to be had as a file, narrowed and sorted as it is here.
     *
     * @param list path of the list, as {@link #link} gives it
     * @param format {@code csv} or {@code xlsx}
     * @return an absolute path with query
     */
    public String export(String list, String format) {
        return address.at(list + "/export/" + format);
    }

    /**
     * This page's own address, to come back to.
     *
     * @return path and query
     */
    public String here() {
        return address.toString();
    }

    /**
     * Whether this is the page of a link, or one below it.
     *
     * @param href an absolute path
     * @return true if so
     */
    public boolean isIn(String href) {
        return isAt(href) || address.path().startsWith(href + "/");
    }

    /**
     * Whether this is the page of a link.
     *
     * @param href an absolute path
     * @return true if so
     */
    public boolean isAt(String href) {
        return address.path().equals(href);
    }

    @Override
    public Caller caller() {
        return reader.caller();
    }

    /**
     * Whether somebody is signed in.
     *
     * @return false for an anonymous reader
     */
    public boolean signedIn() {
        return !reader.caller().name().isEmpty();
    }

    /**
     * The signed-in person's initials: no photographs here.
     *
     * @return one or two letters
     */
    public String initials() {
        String[] names = reader.caller().name().strip().split("\\s+");
        String first = names[0].isEmpty() ? "" : names[0].substring(0, 1);
        return names.length < 2 ? first : first + names[names.length - 1].substring(0, 1);
    }

    /**
     * Whether the national operator's shell is shown.
     *
     * @return true on the operator's own pages and inside a tenant that an operator has entered
     */
    public boolean operator() {
        return reader.entry() != null || isIn("/operator");
    }

    @Override
    public Page.@Nullable TenantName tenant() {
        return reader.tenant();
    }

    /**
     * The operator's entry into this tenant.
     *
     * @return null for the tenant's own people
     */
    public @Nullable Entry entry() {
        return reader.entry();
    }

    /**
     * How much is due for the reader, for the menu.
     *
     * @return 0 too where nobody has counted
     */
    public long due() {
        return reader.due();
    }

    @Override
    public List<MenuEntry> menu() {
        return reader.menu();
    }
}
