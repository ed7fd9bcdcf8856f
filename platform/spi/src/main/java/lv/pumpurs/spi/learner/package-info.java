/**
 * Learners as the core publishes them to plugins in every tenant's schema: read-only views, mapped so that a plugin
 * can join, filter and sort by them, and the one view that says who reaches which learner.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.spi.learner;
