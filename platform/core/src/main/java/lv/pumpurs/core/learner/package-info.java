/**
 * Learners (<em>izglītojamie</em>), where they are enrolled, and who stands for them. Every read asks, in its own query,
 * whether the reader reaches the learner.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.learner;
