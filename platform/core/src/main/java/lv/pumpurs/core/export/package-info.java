/**
 * A list as a file, for every list the same way: {@link lv.pumpurs.core.export.ListFiles} takes heads and rows and
 * gives CSV as Excel in Latvia reads it, or XLSX. Rows pass through one by one.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.export;
