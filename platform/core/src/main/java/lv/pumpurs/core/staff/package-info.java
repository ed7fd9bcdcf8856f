/**
 * The people who work with learners, what they are where and for how long, and the look-up of whoever signs in: staff,
 * guardian or adult learner.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.staff;
