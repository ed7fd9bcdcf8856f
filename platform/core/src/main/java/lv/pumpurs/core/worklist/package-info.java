/** What is due: for each person the plans that wait for an act of this person, with the day by which it is expected. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.worklist;
