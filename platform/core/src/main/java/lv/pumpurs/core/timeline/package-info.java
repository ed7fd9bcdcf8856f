/** What happened to a learner, in one order: years in a class, plans, contacts, guardians, and what plugins tell. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.timeline;
