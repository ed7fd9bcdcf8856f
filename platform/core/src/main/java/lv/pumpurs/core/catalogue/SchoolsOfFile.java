package lv.pumpurs.core.catalogue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lv.pumpurs.core.provisioning.TenantFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a tenant's file says into its schema: schools, since when they take part, and the figures that its source
 * document published. Keys come from the file, so that the same file gives the same rows.
 */
final class SchoolsOfFile {

    private static final CatalogueTable SCHOOL = CatalogueTable.of("school", 1, "id uuid", "registration_no text",
            "name text", "kind text", "town text");
    private static final CatalogueTable PARTICIPATION = CatalogueTable.of("school_participation", 1, "id uuid",
            "school_id uuid", "programme text", "from_semester text", "to_semester text", "precision text",
            "announced boolean", "listed boolean", "source text", "note text");
    private static final CatalogueTable FIGURE = CatalogueTable.of("published_figure", 1, "id uuid", "code text",
            "measure text", "school_id uuid", "risk text", "semester_from text", "semester_to text", "unit text",
            "value text", "quote text", "note_lv text", "note_en text", "source text", "published_on date");

    private SchoolsOfFile() {}

    /**
     * Writes the file's schools and figures; a figure that the file no longer has is taken away, a school never is.
     *
     * @param tenant a connection in whose search path the tenant's schema is
     * @param file the file
     * @return how many rows were new, different or taken away
     * @throws SQLException if the database refuses
     */
    static int write(Connection tenant, TenantFile file) throws SQLException {
        var figures = file.publishedFigures().stream().map(figure -> figure(file, figure)).toList();
        Map<String, List<String>> renamed = renamed(tenant);
        return SCHOOL.write(tenant, file.schools().stream().map(school -> school(file, school, renamed)).toList())
                + corrected(tenant)
                + PARTICIPATION.write(tenant, file.schools()
                    .stream()
                    .flatMap(school -> participation(file, school))
                    .toList())
                + withdraw(tenant, figures) + FIGURE.write(tenant, figures);
    }

    /** Another name in the file corrects the one that a school came with; its history has no day for it. */
    private static int corrected(Connection tenant) throws SQLException {
        try (var update = tenant.prepareStatement("update school_name n set name = s.name, kind = s.kind from school s"
                + " where s.id = n.school_id and (n.name, n.kind) is distinct from (s.name, s.kind)"
                + " and not exists (select 1 from school_name d where d.school_id = s.id and d.valid_from is not null)")) {
            return update.executeUpdate();
        }
    }

    /** What the municipality has called a school since, the file does not undo: name and type by its key. */
    private static Map<String, List<String>> renamed(Connection tenant) throws SQLException {
        Map<String, List<String>> names = new HashMap<>();
        try (var select = tenant.prepareStatement("select s.id, s.name, s.kind from school s where exists"
                + " (select 1 from school_name n where n.school_id = s.id and n.valid_from is not null)");
                var found = select.executeQuery()) {
            while (found.next()) {
                names.put(found.getString(1), List.of(found.getString(2), found.getString(3)));
            }
        }
        return names;
    }

    private static List<@Nullable String> school(TenantFile file, TenantFile.School school,
            Map<String, List<String>> renamed) {
        String id = file.idOf(school).toString();
        List<String> called = renamed.getOrDefault(id, List.of(school.name(), school.kind()));
        return Arrays.asList(id, school.registrationNo(), called.get(0), called.get(1), school.town());
    }

    private static Stream<List<@Nullable String>> participation(TenantFile file, TenantFile.School school) {
        var id = file.idOf(school).toString();
        return school.participation()
            .stream()
            .map(one -> Arrays.<@Nullable String>asList(
                    key("participation", id, one.programme(), one.from()), id, one.programme(), one.from(), one.to(),
                    one.precision(), String.valueOf(one.announced()), String.valueOf(one.listed()), one.source(),
                    one.note()));
    }

    private static List<@Nullable String> figure(TenantFile file, TenantFile.PublishedFigure figure) {
        var school = figure.school() == null ? null : file.idOfSchool(figure.school()).toString();
        LocalDate published = figure.publishedOn();
        return Arrays.asList(key("figure", figure.code(), figure.measure(), school, figure.risk()), figure.code(),
                figure.measure(), school, figure.risk(), figure.from(), figure.to(), figure.unit(), figure.value(),
                figure.quote(), figure.noteLv(), figure.noteEn(), figure.source(),
                published == null ? null : published.toString());
    }

    private static int withdraw(Connection tenant, List<List<@Nullable String>> kept) throws SQLException {
        List<@Nullable String> ids = new ArrayList<>();
        kept.forEach(row -> ids.add(row.getFirst()));
        try (var delete = tenant.prepareStatement("delete from published_figure where id <> all (cast(? as uuid[]))")) {
            delete.setArray(1, tenant.createArrayOf("text", ids.toArray()));
            return delete.executeUpdate();
        }
    }

    private static String key(@Nullable String... parts) {
        return UUID.nameUUIDFromBytes(String.join("/", Arrays.stream(parts).map(String::valueOf).toList())
            .getBytes(StandardCharsets.UTF_8)).toString();
    }
}
