/**
 * Requests of data subjects: everything kept about a learner as a file, forgetting a person, how long plans are kept.
 * What each module keeps it tells itself, by the contract {@link lv.pumpurs.spi.PersonalData}.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.privacy;
