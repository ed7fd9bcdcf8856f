/**
 * Scanned papers: what is taken for one, whatever its name says, cleaned of what a telephone writes beside the picture,
 * and kept sealed. Knows nothing of plans; it is told where a paper belongs.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.scan;
