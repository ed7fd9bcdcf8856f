/**
 * Where a person arrives: the sign-in page, the choice of a municipality, and the home page inside one.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.home;
