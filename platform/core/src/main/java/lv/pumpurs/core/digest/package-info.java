/**
 * The daily mail about work that is due: counts and no names, one a person and day, and only to those who want it.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.digest;
