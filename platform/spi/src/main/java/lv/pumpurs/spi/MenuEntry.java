package lv.pumpurs.spi;

/**
 * A link in the menu of a tenant.
 *
 * @param labelKey key of the text, in both languages
 * @param icon name of an icon of the icon set, without prefix
 * @param path path below {@code /t/{tenant}/}, without leading slash; empty for the tenant's home
 * @param permission what the caller must hold to see the entry
 * @param weight position, ascending; the core uses 10 to 40 and 80 to 90
 */
public record MenuEntry(String labelKey, String icon, String path, String permission, int weight) {}
