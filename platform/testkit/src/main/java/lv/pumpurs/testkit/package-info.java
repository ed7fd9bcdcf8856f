/** testkit. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.testkit;
