package lv.pumpurs.core.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.roster.file.Limits;
import lv.pumpurs.spi.Ids;

/** Somebody who imports into the home school of a town, in the school year 2020/2021. */
final class Desk {

    static final String YEAR = "2020/2021";
    static final LocalDate TODAY = LocalDate.of(2020, 10, 15);
    static final PersonalCodeVault VAULT = vault();

    private final Town town;
    private final RosterImporting importing;
    private final RosterImports imports;

    Desk(Town town) {
        this(town, new Limits(10_000_000, 50_000_000, 200_000));
    }

    Desk(Town town, Limits limits) {
        this.town = town;
        this.imports = new RosterImports(town.entities());
        this.importing = new RosterImporting(town.entities(), imports, VAULT, limits);
    }

    private static PersonalCodeVault vault() {
        try {
            Path keyset = Files.createTempDirectory("roster").resolve("keyset");
            PersonalCodeVault.createKeyset(keyset);
            return PersonalCodeVault.open(keyset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UUID send(String csv) {
        return send(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    UUID send(InputStream file) {
        UUID id = Ids.next();
        town.entities();
        imports.begin(id, town.home().id(), YEAR, town.author().id(), Instant.EPOCH);
        importing.stage(id, file);
        return id;
    }

    /** Sends and checks, with the columns as their names suggest. */
    UUID check(String csv) {
        UUID id = send(csv);
        check(id, false);
        return id;
    }

    void check(UUID id, boolean byName) {
        RosterImport one = one(id);
        imports.understood(one, java.util.Objects.requireNonNull(one.mapping()), byName);
        importing.check(id, TODAY, rows -> {});
        town.entities().clear();
    }

    void apply(UUID id, UUID... ended) {
        importing.apply(id, List.of(ended), TODAY, rows -> {});
        town.entities().clear();
    }

    /** All of it, for a file without serious problems. */
    UUID bring(String csv) {
        UUID id = check(csv);
        apply(id);
        return id;
    }

    RosterImport one(UUID id) {
        return imports.find(id).orElseThrow();
    }

    /** Findings as {@code row:place:kind}, a serious one with an exclamation mark. */
    List<String> findings(UUID id) {
        List<?> rows = town.entities()
            .createNativeQuery("select row_no || ':' || place || ':' || kind || case when serious then '!' else '' end"
                    + " from roster_finding where import_id = ?1 order by row_no, place, kind")
            .setParameter(1, id)
            .getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    /** Learners of the town as {@code name class year from-to}. */
    List<String> register() {
        List<?> rows = town.entities().createNativeQuery("""
                select l.given_name || ' ' || l.family_name || coalesce(' *' || l.birth_date, '') || ' ' || e.class_name
                  || ' ' || e.school_year || ' ' || e.valid_from || '-' || coalesce(cast(e.valid_to as text), '')
                  || coalesce(' ' || e.outcome, '') || case when l.latest_enrolment_id = e.id then '' else ' before' end
                from learner l join enrolment e on e.learner_id = l.id
                order by l.family_name, l.given_name, e.valid_from""").getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    String counts(UUID id) {
        RosterImport.Counts counts = one(id).counts();
        return counts.added() + " new, " + counts.changed() + " changed, " + counts.unchanged() + " unchanged";
    }

    long gone(UUID id) {
        return ((Number) town.entities()
            .createNativeQuery("select count(*) from roster_gone where import_id = ?1")
            .setParameter(1, id)
            .getSingleResult()).longValue();
    }
}
