package lv.pumpurs.core.plugin;

/**
 * Why a plugin is not offered to anybody.
 *
 * @param kind which text
 * @param detail what the text is told: a plugin, a kind of measure, a tenant
 */
public record PluginFault(Kind kind, String detail) {

    /** Kinds of faults; each has a text {@code plugin.fault.<kind>}. */
    public enum Kind {
        /** It requires a plugin that is not installed. */
        UNKNOWN_DEPENDENCY,
        /** It names a kind of measure that another plugin delivers. */
        MEASURE_KIND_TWICE,
        /** Its settings' schema is broken, or says what no form can be made of. */
        BROKEN_SETTINGS,
        /** It keeps data of people and does not say how they are exported, anonymised and expired. */
        NO_PRIVACY_CONTRACT,
        /** Its tables could not be made in a tenant. */
        MIGRATION_FAILED
    }
}
