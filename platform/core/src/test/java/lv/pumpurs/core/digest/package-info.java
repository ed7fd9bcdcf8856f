/** Tests of the daily mail about work. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.digest;
