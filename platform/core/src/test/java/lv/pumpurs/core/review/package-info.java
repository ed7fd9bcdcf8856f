/** Tests of this feature. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.review;
