/**
 * Reads the files that rosters come in, as they come in: CSV as spreadsheets write it and OneRoster's zip. Row by row,
 * so that memory does not grow with the file, and with a sentence for whatever may be wrong with one. Knows nothing of a
 * database.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.roster.file;
