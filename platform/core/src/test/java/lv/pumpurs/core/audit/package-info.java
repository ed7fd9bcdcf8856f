/** The tenant's two logs. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.audit;
