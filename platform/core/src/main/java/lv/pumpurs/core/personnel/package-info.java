/**
 * The pages and acts about staff: who works where in which role, who grants and ends roles, who is invited. What a
 * member of staff is stands in {@code staff}, which the gate reads.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.personnel;
