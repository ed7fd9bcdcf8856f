/**
 * What a learner's family sees: their children only, what support was agreed, and who opened the file.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.family;
