/** A child entered twice becomes one record, without losing history. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.merge;
