/**
 * Papers: what a page shows, as a file that can be signed and kept. A paper is a record with a template like a page's,
 * set as an accessible PDF.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.paper;
