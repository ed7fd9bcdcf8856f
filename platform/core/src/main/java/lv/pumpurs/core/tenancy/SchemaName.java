package lv.pumpurs.core.tenancy;

import java.util.regex.Pattern;

/**
 * A schema of the database, which is also the name of the role that works in it. The pattern is narrow on purpose: a
 * name that passed it can stand in DDL and in a search path without quoting.
 *
 * @param value {@code nation} or {@code t_<slug with underscores>}
 */
public record SchemaName(String value) {

    /** What belongs to the country: registry of tenants, catalogues, operators. */
    public static final SchemaName NATION = new SchemaName("nation");

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern TENANT = Pattern.compile("t_[a-z][a-z0-9_]{1,40}");
    private static final String RESERVED = "nation";

    /** Refuses every name that this platform does not make itself. */
    public SchemaName {
        if (!RESERVED.equals(value) && !TENANT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a schema of a tenant");
        }
    }

    /**
     * The schema of a tenant.
     *
     * @param slug the tenant's name in paths
     * @return its schema
     */
    public static SchemaName ofTenant(String slug) {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException("not a slug of a tenant");
        }
        return new SchemaName("t_" + slug.replace('-', '_'));
    }

    /**
     * Whether a text can name a tenant.
     *
     * @param text what came from outside
     * @return true for lower-case letters, digits and hyphens, starting with a letter, 2 to 41 characters
     */
    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches() && !RESERVED.equals(text);
    }

    /**
     * The role that owns the schema's objects; only migrations act as it.
     *
     * @return the owner role's name
     */
    public String ownerRole() {
        return value + "_owner";
    }

    /**
     * The role that reads and writes rows and can do nothing else.
     *
     * @return the working role's name
     */
    public String workingRole() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
