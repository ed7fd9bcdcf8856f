/**
 * Whose data a transaction sees. A request is bound to one schema ({@link lv.pumpurs.core.tenancy.TenantScope}); the
 * connection that the persistence provider uses is wrapped so that the first statement of a transaction takes the
 * schema's role and names whoever acts, and so that no call carries more than one statement. Forgetting to bind ends in an error, never
 * in somebody's data. This is the only package that touches EclipseLink and the driver's lexer.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.tenancy;
