/**
 * Who is calling and what they may: the person that the token proves ({@link lv.pumpurs.core.identity.Person}), the
 * roles that the tenant of the path gives to that person, the matrix of permissions
 * ({@link lv.pumpurs.core.identity.Permissions}) and the one filter that joins them and binds the tenant
 * ({@link lv.pumpurs.core.identity.Gate}). The token never decides what somebody may do.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.identity;
