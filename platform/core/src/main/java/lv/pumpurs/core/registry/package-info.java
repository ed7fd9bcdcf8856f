/**
 * What the nation knows of its tenants and of the people of the national operator. Names and states of tenants, no data
 * of children. Bound in the same way as a tenant, to the schema of the nation.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.registry;
