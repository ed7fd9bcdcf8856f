/**
 * The individual support plan (<em>individuālais atbalsta plāns</em>, IAP): one learner, one semester, the risks seen and
 * the measures planned against them, approved step by step, evaluated, closed.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.plan;
