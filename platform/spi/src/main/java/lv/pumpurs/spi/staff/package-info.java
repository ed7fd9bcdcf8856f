/** The staff as the core publishes it to plugins in every tenant's schema: names of whom their rows name by key. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.spi.staff;
