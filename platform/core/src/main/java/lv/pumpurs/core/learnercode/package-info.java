/** The personal codes of a learner: the present one, shown whole to few and with a reason, and those before it. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.learnercode;
