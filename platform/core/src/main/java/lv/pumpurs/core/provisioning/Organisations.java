package lv.pumpurs.core.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The tenants as the identity provider knows them: one organisation each, its alias being the tenant's slug. Every act
 * can be repeated; the second time it changes nothing.
 */
public interface Organisations {

    /**
     * Makes sure that an organisation exists under this name.
     *
     * @param alias the tenant's slug
     * @param name the tenant's full name
     * @return true if something was created or changed
     */
    boolean ensure(String alias, String name);

    /**
     * Makes sure that a person has an account and belongs to an organisation. An account that exists keeps its name
     * and password.
     *
     * @param alias the tenant's slug
     * @param email the person's address, which is also the name they sign in with
     * @param given given name
     * @param family family name
     * @param password the first password; null if the person shall choose one by a link sent to the address
     */
    void ensureMember(String alias, String email, String given, String family, @Nullable String password);

    /**
     * Sends somebody whose account has no password yet the link by which they choose one.
     *
     * @param email the address of an account
     * @return false if no mail went out: none is needed, or none can be sent
     */
    default boolean invite(String email) {
        return false;
    }
}
