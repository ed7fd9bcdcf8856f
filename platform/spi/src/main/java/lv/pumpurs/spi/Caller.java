package lv.pumpurs.spi;

import java.util.Set;
import java.util.UUID;

/**
 * The person of this request as the tenant of the path knows them. Injectable; the roles are those valid today in
 * that tenant, never those of the token.
 */
public interface Caller {

    /**
     * The person's key inside the tenant (staff, guardian or adult learner).
     *
     * @return the key
     * @throws Refused if the caller has no role in this tenant
     */
    UUID personId();

    /**
     * The name to show, "Vārds Uzvārds".
     *
     * @return the name; empty for an anonymous caller
     */
    String name();

    /**
     * All roles that are valid today in the tenant of the path.
     *
     * @return empty for an anonymous caller and outside a tenant
     */
    Set<Role> roles();

    /**
     * Whether one of the caller's roles holds a permission.
     *
     * @param permission {@code thing:act}
     * @return true if so
     */
    boolean may(String permission);

    /**
     * The caller's roles that hold a permission, to be used in the scope of a query: a learner is in scope if
     * {@code spi_learner_access} has a row of this person, one of these roles, and the learner.
     *
     * @param permission {@code thing:act}
     * @return empty if the caller may not
     */
    Set<Role> rolesWith(String permission);
}
