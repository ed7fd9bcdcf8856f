package lv.pumpurs.core.roster;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import lv.pumpurs.core.roster.RosterImport.State;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Checks and writes imports behind the request that asked for it, on a thread of the container: whoever asked may leave. The work
 * is one transaction and holds the lock of its import; how far it is, is told in transactions of their own. If this
 * server dies, the database lets go of the lock, and the next reader sees that the work was interrupted.
 */
@ApplicationScoped
public class RosterWork {

    private static final System.Logger LOG = System.getLogger(RosterWork.class.getName());
    private static final int PATIENCE_SECONDS = 3;

    /** Work holds one connection and needs another to tell how far it is: two works at once could wait for each other. */
    private final Semaphore free = new Semaphore(1);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Provider<Steps> steps;

    /** What to do with an import. */
    public sealed interface Task {

        /**
         * Compare its rows with what is there.
         *
         * @param today the day
         */
        record Check(LocalDate today) implements Task {}

        /**
         * Write it.
         *
         * @param ended whose enrolment shall end
         * @param today the day
         */
        record Apply(List<UUID> ended, LocalDate today) implements Task {}

        /** How the import is called meanwhile. */
        default State meanwhile() {
            return this instanceof Check ? State.CHECKING : State.APPLYING;
        }
    }

    /**
     * Work on an import.
     *
     * @param schema the tenant
     * @param acting whom the log names
     * @param id the import
     * @param task what to do
     */
    public record Order(SchemaName schema, Acting acting, UUID id, Task task) {}

    /** The transactions of the work; another bean, so that each is one. */
    @Dependent
    public static class Steps {

        private final RosterImporting importing;
        private final RosterImports imports;

        /**
         * On the bound tenant.
         *
         * @param importing does the work
         * @param imports keeps how far it is
         */
        @Inject
        public Steps(RosterImporting importing, RosterImports imports) {
            this.importing = importing;
            this.imports = imports;
        }

        @Transactional(TxType.REQUIRES_NEW)
        RosterImport find(UUID id, UUID personId, Set<Role> roles) {
            return imports.find(id, personId, roles).map(imports::asItIs).orElseThrow(NotFoundException::new);
        }

        @Transactional(TxType.REQUIRES_NEW)
        void understood(RosterImport one, MapColumns columns) {
            imports.understood(one, columns.mapping().checked(one.header().size()), columns.byName());
        }

        @Transactional(TxType.REQUIRES_NEW)
        void work(Order order, IntConsumer progress) {
            switch (order.task()) {
                case Task.Check check -> importing.check(order.id(), check.today(), progress);
                case Task.Apply apply -> importing.apply(order.id(), apply.ended(), apply.today(), progress);
            }
        }

        @Transactional(TxType.REQUIRES_NEW)
        void reached(Order order, int done) {
            imports.reached(order.id(), order.task().meanwhile(), done, null);
        }

        @Transactional(TxType.REQUIRES_NEW)
        void failed(UUID id, String why) {
            imports.failed(id, why);
        }
    }

    /** One import of a school of the person, in a transaction of its own. */
    RosterImport find(UUID id, UUID personId, Set<Role> roles) {
        return steps.get().find(id, personId, roles);
    }

    /** Somebody said which column holds what; refused while the import is worked on, or after. */
    void understood(RosterImport one, MapColumns columns) {
        if (!one.isOpen()) {
            throw new Refused(RosterProblem.WRONG_STATE);
        }
        steps.get().understood(one, columns);
    }

    /**
     * Begins, after a short work of somebody else, and waits a little, so that a short work is over when the caller looks.
     *
     * @param order what to do
     * @throws Refused if it cannot be done; work that is found out later writes it down in the import
     */
    public void start(Order order) {
        if (!acquired()) {
            throw new Refused(RosterProblem.BUSY);
        }
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        try {
            executor.execute(() -> run(order, done));
        } catch (RuntimeException noThread) {
            free.release();
            throw noThread;
        }
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException itGoesOn) {
            // the page of the import tells how far it is
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refused refused ? refused : new IllegalStateException(e.getCause());
        }
    }

    private boolean acquired() {
        try {
            return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Order order, CompletableFuture<Boolean> done) {
        try {
            TenantScope.in(order.schema(), order.acting(), () -> work(order));
            done.complete(true);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        } finally {
            free.release();
        }
    }

    private boolean work(Order order) {
        Steps each = steps.get();
        try {
            each.work(order, rows -> each.reached(order, rows));
            return true;
        } catch (RuntimeException e) {
            Refused refused = refusal(e);
            if (refused == null) {
                // never the text of the failure: it may hold what stands in a row
                LOG.log(System.Logger.Level.ERROR, "An import broke off: {0}", e.getClass().getName());
            }
            boolean stale = refused != null && order.task() instanceof Task.Apply;
            each.failed(order.id(), stale ? "STALE" : "UNEXPECTED");
            throw refused == null ? e : refused;
        }
    }

    private static @Nullable Refused refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }
}
