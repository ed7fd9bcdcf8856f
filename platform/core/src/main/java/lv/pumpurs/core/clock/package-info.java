/** The application's clock, as something that is injected and can be set still in a test. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.clock;
