/** launcher. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.launcher;
