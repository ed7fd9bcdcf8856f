package lv.pumpurs.core.provisioning;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file under {@code tenants/} says, already held against the rules. The names are those of
 * {@code tenants/schema.json}.
 *
 * @param slug the tenant's name in paths
 * @param name the full name
 * @param kind municipality or state institution
 * @param atvk code of the territory; null where it has none
 * @param predecessor who was here before; null if nobody
 * @param successor who came after; null while the tenant lives on
 * @param locale language spoken to people who have not chosen one
 * @param programmes codes of the programmes it takes part in
 * @param schools its schools
 * @param publishedFigures what documents say in numbers
 * @param administrators who is to be invited first
 * @param plugins how far each is switched on when the file first names it; people decide after
 */
public record TenantFile(String slug, String name, String kind, @Nullable Atvk atvk, @Nullable Neighbour predecessor,
        @Nullable Neighbour successor, String locale, List<String> programmes, List<School> schools,
        List<PublishedFigure> publishedFigures, List<Administrator> administrators,
        SortedMap<String, PluginStart> plugins) {

    /** Lists that the file leaves out are empty. */
    public TenantFile {
        programmes = orEmpty(programmes);
        schools = orEmpty(schools);
        publishedFigures = orEmpty(publishedFigures);
        administrators = orEmpty(administrators);
        plugins = plugins == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(plugins));
    }

    /** How far a plugin is switched on at first; each includes those before it. */
    public enum PluginStart {
        /** The municipality may allow it. */
        OFFERED,
        /** Schools may switch it on. */
        ALLOWED,
        /** Schools have it unless they switch it off. */
        ENABLED
    }

    /**
     * Somebody who will give the others their roles.
     *
     * @param givenName given name
     * @param familyName family name
     * @param email address of the login
     */
    public record Administrator(String givenName, String familyName, String email) {

        /** {@inheritDoc} Without the person. */
        @Override
        public String toString() {
            return "Administrator[...]";
        }
    }

    /**
     * Code of an administrative territory.
     *
     * @param code seven digits
     * @param validFrom first day, null if not known
     * @param validTo last day, null while it holds
     */
    public record Atvk(String code, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {}

    /**
     * Who was here before or after.
     *
     * @param slug if it is a tenant of this installation
     * @param name of the territory
     * @param atvk its code, if it has one
     * @param date of the change
     */
    public record Neighbour(@Nullable String slug, String name, @Nullable String atvk, LocalDate date) {}

    /**
     * A school.
     *
     * @param key never changes, though names do
     * @param registrationNo ten digits, null if not known
     * @param name its name
     * @param kind for instance {@code VIDUSSKOLA}
     * @param town where it stands, null if not known
     * @param participation since when it takes part in what
     */
    public record School(String key, @Nullable String registrationNo, String name, String kind, @Nullable String town,
            List<Participation> participation) {

        /** Without participation the list is empty. */
        public School {
            participation = orEmpty(participation);
        }
    }

    /**
     * A school in a programme.
     *
     * @param programme code
     * @param from first semester, null if not known
     * @param to last semester, null if open
     * @param precision how well the beginning is known
     * @param announced a document says that it takes part
     * @param listed a document names it
     * @param source which document
     * @param note what to know about it
     */
    public record Participation(String programme, @Nullable String from, @Nullable String to, String precision,
            boolean announced, boolean listed, String source, @Nullable String note) {}

    /**
     * A figure of a document.
     *
     * @param code for instance {@code L2}
     * @param measure what is counted
     * @param school key of the school, null for the whole tenant
     * @param risk code of the risk, null for all
     * @param from first semester
     * @param to last semester
     * @param unit what the value is in
     * @param value a number, a semester or a code
     * @param quote the document's words
     * @param noteLv what to know about it, in Latvian
     * @param noteEn the same in English
     * @param source which document
     * @param publishedOn when, null if not known
     */
    public record PublishedFigure(String code, String measure, @Nullable String school, @Nullable String risk,
            String from, String to, String unit, String value, String quote, @Nullable String noteLv,
            @Nullable String noteEn, String source, @Nullable LocalDate publishedOn) {}

    /** The same file with other administrators. */
    TenantFile with(List<Administrator> others) {
        return new TenantFile(slug, name, kind, atvk, predecessor, successor, locale, programmes, schools,
                publishedFigures, others, plugins);
    }

    /**
     * The key of a school's row, the same in every installation: it comes from the tenant's slug and the school's key.
     *
     * @param school one of this file
     * @return its id
     */
    public UUID idOf(School school) {
        return idOfSchool(school.key());
    }

    /**
     * The key of a school's row.
     *
     * @param key of a school of this file
     * @return its id
     */
    public UUID idOfSchool(String key) {
        return UUID.nameUUIDFromBytes(("school/" + slug + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The plugins whose tables the tenant is to have. */
    Set<String> allowed() {
        return plugins.keySet()
            .stream()
            .filter(plugin -> plugins.get(plugin) != PluginStart.OFFERED)
            .collect(Collectors.toSet());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
