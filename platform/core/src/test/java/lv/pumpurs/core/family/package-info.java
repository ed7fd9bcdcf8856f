/** Tests of what a family sees. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.family;
