package lv.pumpurs.core.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is in one tenant today.
 *
 * @param personId key of the person inside the tenant; for an operator the key of the entry
 * @param roles roles valid today; may be empty for somebody whose roles have ended
 * @param throughout those of the roles that are held for no school but for the whole tenant
 * @param entry the operator's entry, null for the tenant's own people
 * @param plugins the plugins that are on for the person, with the schools where they are
 */
record Standing(UUID personId, Set<Role> roles, Set<Role> throughout, @Nullable OperatorEntry entry,
        Map<String, Set<UUID>> plugins) {}
