package lv.pumpurs.core.tenancy;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The schema and the person that the current thread works for. A servlet filter binds it before anything else runs and
 * clears it in {@code finally}: a response filter of JAX-RS would clear it before the body is written.
 */
public final class TenantScope {

    /** What a transaction is bound to. */
    record Binding(SchemaName schema, @Nullable Acting acting) {}

    private static final ThreadLocal<@Nullable Binding> CURRENT = new ThreadLocal<>();

    private TenantScope() {}

    /**
     * Binds the current thread.
     *
     * @param schema where its transactions read and write
     * @param acting whom the logs name; null for the platform itself
     */
    public static void bind(SchemaName schema, @Nullable Acting acting) {
        CURRENT.set(new Binding(schema, acting));
    }

    /** Forgets the binding of the current thread. */
    public static void clear() {
        CURRENT.remove();
    }

    /**
     * The schema the current thread is bound to.
     *
     * @return null when it is bound to none: its statements are then refused
     */
    public static @Nullable SchemaName current() {
        Binding binding = CURRENT.get();
        return binding == null ? null : binding.schema();
    }

    static @Nullable Binding binding() {
        return CURRENT.get();
    }

    /**
     * Works in a schema and goes back to whatever was bound before.
     *
     * @param <T> what the work gives
     * @param schema where to work
     * @param acting whom the logs name; null for the platform itself
     * @param work what to do
     * @return the work's result
     * @throws Exception what the work throws
     */
    public static <T extends @Nullable Object> T call(SchemaName schema, @Nullable Acting acting, Callable<T> work)
            throws Exception {
        Binding outer = CURRENT.get();
        bind(schema, acting);
        try {
            return work.call();
        } finally {
            restore(outer);
        }
    }

    /**
     * The same for work that throws nothing checked.
     *
     * @param <T> what the work gives
     * @param schema where to work
     * @param acting whom the logs name; null for the platform itself
     * @param work what to do
     * @return the work's result
     */
    public static <T extends @Nullable Object> T in(SchemaName schema, @Nullable Acting acting, Supplier<T> work) {
        Binding outer = CURRENT.get();
        bind(schema, acting);
        try {
            return work.get();
        } finally {
            restore(outer);
        }
    }

    private static void restore(@Nullable Binding outer) {
        if (outer == null) {
            clear();
        } else {
            CURRENT.set(outer);
        }
    }
}
