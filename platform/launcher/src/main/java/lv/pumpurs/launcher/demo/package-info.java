/**
 * Generated people and plans for the three municipalities of the source documents, such that the figures counted from
 * the rows equal the published ones, and a current semester that is alive. Names are made from lists, personal codes
 * from a range that was never issued: no row stands for a real child.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.launcher.demo;
