package lv.pumpurs.core.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.roster.RosterImport.State;
import lv.pumpurs.core.roster.file.Limits;
import lv.pumpurs.core.roster.file.RosterFile;
import lv.pumpurs.core.roster.file.RosterFile.Format;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Refused;

/** The three acts of an import, each in the transaction of its caller: stage the file, check its rows, apply them. */
@Dependent
public class RosterImporting {

    private final EntityManager entities;
    private final RosterImports imports;
    private final PersonalCodeVault vault;
    private final Limits limits;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     * @param imports of the tenant
     * @param vault keys of personal codes
     * @param limits how much is taken
     */
    @Inject
    public RosterImporting(EntityManager entities, RosterImports imports, PersonalCodeVault vault, Limits limits) {
        this.entities = entities;
        this.imports = imports;
        this.vault = vault;
        this.limits = limits;
    }

    /** Reads a file to its end into the import that has begun. */
    void stage(UUID id, InputStream file) {
        Staging staging = new Staging(entities, id, seal(id));
        Format format = RosterFile.read(file, limits, staging);
        staging.flush();
        if (format == Format.ONEROSTER) {
            new OneRosterRows(entities, imports.find(id).orElseThrow(), staging).join(imports);
        } else {
            imports.staged(id, format, staging.header(""), staging.total(""));
        }
    }

    /**
     * Checks every row.
     *
     * @param id the import
     * @param today the day
     * @param progress told how many rows are behind
     */
    void check(UUID id, LocalDate today, IntConsumer progress) {
        imports.hold(id);
        RosterImport one = imports.find(id).orElseThrow(() -> new Refused(RosterProblem.WRONG_STATE));
        if (!one.isOpen()) {
            throw new Refused(RosterProblem.WRONG_STATE);
        }
        RosterCheck check = new RosterCheck(entities, one, seal(id), today);
        check.begin();
        progress.accept(0);
        int last = 0;
        for (int next = check.next(last); next > last; next = check.next(last)) {
            last = next;
            progress.accept(Math.min(last, one.counts().total()));
        }
        check.end();
    }

    /**
     * Writes all of it; nothing if anything refuses.
     *
     * @param id the import
     * @param ended whose enrolment shall end
     * @param today the day
     * @param progress told how many rows are behind, once it is clear that they may be written
     */
    void apply(UUID id, Collection<UUID> ended, LocalDate today, IntConsumer progress) {
        imports.hold(id);
        RosterImport one = imports.find(id).orElseThrow(() -> new Refused(RosterProblem.WRONG_STATE));
        if (one.state() != State.CHECKED) {
            throw new Refused(RosterProblem.WRONG_STATE);
        }
        RosterApply apply = new RosterApply(entities, one);
        apply.begin();
        int last = apply.lastRow();
        for (int after = 0; after < last; after += RosterApply.CHUNK) {
            progress.accept(Math.min(after, one.counts().total()));
            apply.write(after);
        }
        apply.end(ended, today.minusDays(1));
    }

    private ImportSeal seal(UUID id) {
        return new ImportSeal(vault, Objects.requireNonNull(TenantScope.current()), id);
    }
}
