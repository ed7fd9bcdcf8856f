/**
 * From a tenant's file to a tenant that works. A file under {@code tenants/} is read and held against its schema and
 * the rules between files before anything is touched ({@link lv.pumpurs.core.provisioning.TenantFiles}); applying it
 * ({@link lv.pumpurs.core.provisioning.TenantProvisioning}) takes steps that can each be repeated, so that a run that
 * failed or was killed goes on and a second run changes nothing and says so. The tenant's first administrators are invited
 * on the way. {@link lv.pumpurs.core.provisioning.Upgrade} is the command that brings all tenants to a new version.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.provisioning;
