package lv.pumpurs.core.migration;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import lv.pumpurs.core.migration.MigrationBook.Behind;
import lv.pumpurs.core.migration.MigrationBook.End;
import lv.pumpurs.spi.Plugin;

/**
 * Brings the schemas of all open tenants to the version of this build; the one way to do it, for the launcher, for the
 * command before a roll-out and for the operator's console. One tenant goes first as the canary: if that fails, nobody
 * else is touched. Then several side by side; a failure closes that tenant only. Tenants that are up to date are not
 * looked at, so a second run does nothing. Everything is written to the nation's tables as it happens.
 */
public final class TenantMigrations {

    /** How many tenants are migrated at the same time. Each needs up to three connections of the provisioner. */
    public static final int SIDE_BY_SIDE = 4;

    private static final Logger LOG = Logger.getLogger(TenantMigrations.class.getName());

    private final DataSource provisioner;
    private final BuildVersion build;
    private final InstantSource clock;
    private final MigrationBook book;

    /**
     * For one database and the plugins of this build; the nation's schema has to be up to date.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param plugins facts of the installed plugins
     * @param clock to note when a tenant was migrated
     */
    public TenantMigrations(DataSource provisioner, Collection<Plugin> plugins, InstantSource clock) {
        this.provisioner = provisioner;
        this.build = BuildVersion.of(plugins);
        this.clock = clock;
        this.book = new MigrationBook(provisioner, clock, build);
    }

    /**
     * What a run did.
     *
     * @param migrated how many tenants are up to date now and were not before
     * @param failed the tenants that are closed now, by slug
     * @param untouched how many were left alone because the canary failed
     */
    public record Outcome(int migrated, Map<String, FailureReason> failed, int untouched) {

        /** Keeps its own copy. */
        public Outcome {
            failed = Map.copyOf(failed);
        }

        /**
         * Whether there was nothing to do.
         *
         * @return true if every tenant was up to date
         */
        public boolean isNothing() {
            return migrated == 0 && failed.isEmpty();
        }

        /**
         * A line for whoever started the run.
         *
         * @return what was done
         */
        public String sentence() {
            if (isNothing()) {
                return "every tenant is up to date";
            }
            return migrated + " tenants migrated" + (failed.isEmpty() ? "" : ", failed and closed: " + failed)
                    + (untouched == 0 ? "" : ", not touched: " + untouched);
        }
    }

    /**
     * Runs on threads of its own, in a plain JVM.
     *
     * @return what was done
     * @throws SQLException when the nation's schema cannot be read or written, or another run is under way
     */
    public Outcome run() throws SQLException {
        Optional<Run> begun = begin();
        if (begun.isEmpty()) {
            return new Outcome(0, Map.of(), 0);
        }
        try (Run run = begun.get(); ExecutorService side = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            return run.work(side);
        }
    }

    /**
     * Takes the run's lock and writes down what is to be done. A run that died is recognised here.
     *
     * @return a run to work through and close, in this thread; empty if every tenant is up to date
     * @throws SQLException of state {@link FailureReason#LOCK_NOT_AVAILABLE} if another run is under way
     */
    public Optional<Run> begin() throws SQLException {
        WorkLock lock = WorkLock.onMigrations(provisioner);
        boolean kept = false;
        try {
            book.buryTheDead();
            List<Behind> tenants = book.behind();
            if (tenants.isEmpty()) {
                return Optional.empty();
            }
            Run run = new Run(lock, book.begin(tenants), tenants);
            kept = true;
            return Optional.of(run);
        } finally {
            if (!kept) {
                lock.close();
            }
        }
    }

    /**
     * Whether a run is under way, in any process.
     *
     * @return false also if the last one died
     * @throws SQLException when the database cannot be asked
     */
    public boolean isRunning() throws SQLException {
        return WorkLock.isMigrating(provisioner);
    }

    /** A run that has the lock. */
    public final class Run implements AutoCloseable {

        private final WorkLock lock;
        private final UUID id;
        private final List<Behind> tenants;
        private final Map<String, FailureReason> failed = new ConcurrentSkipListMap<>();

        private Run(WorkLock lock, UUID id, List<Behind> tenants) {
            this.lock = lock;
            this.id = id;
            this.tenants = tenants;
        }

        /**
         * Migrates the canary here, and the others on the given threads.
         *
         * @param side where several tenants are migrated at the same time
         * @return what was done
         * @throws SQLException when the nation's schema cannot be written
         */
        public Outcome work(Executor side) throws SQLException {
            Behind canary = tenants.getFirst();
            List<Behind> others = tenants.subList(1, tenants.size());
            if (!migrate(canary)) {
                book.skip(id, others);
                book.end(id, End.STOPPED);
                return new Outcome(0, failed, others.size());
            }
            Queue<Behind> waiting = new ConcurrentLinkedQueue<>(others);
            CompletableFuture.allOf(IntStream.range(0, Math.min(SIDE_BY_SIDE, others.size()))
                .mapToObj(lane -> CompletableFuture.runAsync(() -> workThrough(waiting), side))
                .toArray(CompletableFuture[]::new)).join();
            book.end(id, failed.isEmpty() ? End.DONE : End.FAILED);
            return new Outcome(tenants.size() - failed.size(), failed, 0);
        }

        private void workThrough(Queue<Behind> waiting) {
            for (Behind tenant = waiting.poll(); tenant != null; tenant = waiting.poll()) {
                migrate(tenant);
            }
        }

        private boolean migrate(Behind tenant) {
            try {
                WorkLock.onTenant(provisioner, tenant.slug(), kept -> migrateAlone(tenant, kept));
                return !failed.containsKey(tenant.slug());
            } catch (SQLException e) {
                note(tenant, BuildVersion.PLATFORM, FailureReason.of(e, FailureReason.Code.MIGRATION_FAILED));
                return false;
            }
        }

        private boolean migrateAlone(Behind tenant, DataSource kept) {
            Migrations migrations = new Migrations(kept, build);
            MigrationBook notes = new MigrationBook(kept, clock, build);
            String module = BuildVersion.PLATFORM;
            try {
                for (String next : build.heldBy(tenant.holds()).modules()) {
                    if (!next.equals(BuildVersion.PLATFORM)) {
                        notes.done(id, tenant, module);
                    }
                    module = next;
                    notes.start(id, tenant, module);
                    migrations.migrate(tenant.schema(), module);
                }
                migrations.grant(tenant.schema());
                notes.migrated(id, tenant, module);
                return true;
            } catch (SQLException | RuntimeException e) {
                note(tenant, module, FailureReason.of(e, FailureReason.Code.MIGRATION_FAILED));
                return false;
            }
        }

        private void note(Behind tenant, String module, FailureReason reason) {
            failed.put(tenant.slug(), reason);
            LOG.log(Level.WARNING, "tenant {0} was not migrated: {1} in module {2}",
                    new Object[]{tenant.slug(), reason, module});
            try {
                book.failed(id, tenant, module, reason);
            } catch (SQLException e) {
                // its version in the registry stays the old one: it is closed to this build all the same
                LOG.log(Level.WARNING, "the failure of tenant {0} could not be written down: {1}",
                        new Object[]{tenant.slug(), e.getSQLState()});
            }
        }

        @Override
        public void close() throws SQLException {
            lock.close();
        }
    }
}
