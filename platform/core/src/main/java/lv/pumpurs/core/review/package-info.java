/** The national operator's queue of plans that wait for its decision, over all tenants, and the way into each of them. */
@NullMarked
package lv.pumpurs.core.review;

import org.jspecify.annotations.NullMarked;
