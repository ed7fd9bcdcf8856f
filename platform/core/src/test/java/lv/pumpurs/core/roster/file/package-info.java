/** Files that rosters come in, right ones and wrong ones. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.roster.file;
