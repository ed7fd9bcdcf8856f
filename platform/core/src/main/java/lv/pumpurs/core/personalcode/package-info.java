/**
 * The Latvian personal code (<em>personas kods</em>): both forms, kept encrypted, found by a keyed hash, shown masked.
 * The only package that uses Tink.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.personalcode;
