/** From a tenant's file to a tenant that works: roles, schema, migrations, organisation. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.provisioning;
