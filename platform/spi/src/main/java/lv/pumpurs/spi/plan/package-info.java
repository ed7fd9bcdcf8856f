/**
 * Plans as the core publishes them to plugins in every tenant's schema: read-only views, mapped so that a plugin can
 * join, filter and sort by them, and the way in which a plugin tells what was delivered of a measure.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.spi.plan;
