/**
 * The Latvian personal code (<em>personas kods</em>): both forms, kept encrypted, found by a keyed hash, shown masked.
 * The same keys seal scanned papers, which bear such codes. The only package that uses Tink.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.personalcode;
