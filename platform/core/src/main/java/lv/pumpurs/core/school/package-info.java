/** Schools of a tenant, and since which semester they take part in which programme. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.school;
