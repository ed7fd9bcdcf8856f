/**
 * Contacts with guardians: when, how, with whom and about what the people who work with a learner spoke to the family.
 * The family does not see it.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.contact;
