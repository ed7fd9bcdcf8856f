/**
 * Messages of the school to those who stand for a learner. They are kept and read here; a mail only tells that there is
 * one.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.message;
