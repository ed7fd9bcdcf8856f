/**
 * The thin web kit: any record with a template is also a page, a form fills the same record as JSON does, and every
 * refusal is a problem document for programs and a page for people, in the reader's language.
 *
 * <p>A record {@code lv.pumpurs.core.learner.LearnerPage} is rendered by {@code learner/LearnerPage.jte}: the last part
 * of its package and its simple name. The writer puts that fragment into the layout, so a template of a plugin needs
 * no template of the core.
 *
 * <p>JAX-RS providers here are injected by field: RESTEasy insists on a public constructor without arguments for
 * them. What they decide stands in plain classes beside them, built by constructor.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.web;
