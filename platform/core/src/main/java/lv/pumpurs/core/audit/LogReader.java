package lv.pumpurs.core.audit;

import java.util.Collections;
import java.util.Set;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the log may see in it. The log is that of the whole tenant, so only those roles count that read it:
 * an administrator who is also a class teacher sees plans of the own class in their place, not those of all here.
 *
 * @param caller who reads
 */
record LogReader(Caller caller) {

    boolean may(String permission) {
        Set<Role> here = caller.rolesWith(Permissions.LOG_READ);
        return !Collections.disjoint(here, caller.rolesWith(permission));
    }

    /** Names of learners and of their families are for those who may read learners. */
    @Nullable
    String name(Names.@Nullable Name name) {
        return name == null || (name.family() && !may(Permissions.LEARNER_READ)) ? null : name.lv();
    }
}
