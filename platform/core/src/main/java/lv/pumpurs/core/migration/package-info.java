/**
 * Everything that changes the shape of the database: the set-up that a superuser runs once
 * ({@link lv.pumpurs.core.migration.DatabaseSetUp}) and the check that it holds, roles and schemas
 * ({@link lv.pumpurs.core.migration.Schemas}), and the versioned migrations of every module
 * ({@link lv.pumpurs.core.migration.Migrations}), for all tenants by
 * {@link lv.pumpurs.core.migration.TenantMigrations}. Works with the login of the provisioner, never with the server's own.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.migration;
