/** Who is asking, what they may do in the tenant of the path, and the filters that see to it. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.identity;
