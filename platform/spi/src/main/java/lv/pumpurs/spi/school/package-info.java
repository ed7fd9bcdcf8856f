/** Schools as the core publishes them to plugins in every tenant's schema, and who has which role at which of them. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.spi.school;
