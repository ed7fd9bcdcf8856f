/**
 * The national operator's pages: the registry of tenants, and the door into one of them, which opens only with a
 * reason and for a limited time.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.operator;
