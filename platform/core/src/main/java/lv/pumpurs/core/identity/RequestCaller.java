package lv.pumpurs.core.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** The caller of this request, told by the {@link Gate}; anonymous until then. */
@RequestScoped
class RequestCaller implements Caller {

    private @Nullable UUID personId;
    private String name = "";
    private Set<Role> roles = Set.of();

    void is(@Nullable UUID person, String shownName, Set<Role> rolesHere) {
        this.personId = person;
        this.name = shownName;
        this.roles = Set.copyOf(rolesHere);
    }

    @Override
    public UUID personId() {
        if (personId == null) {
            throw new Refused(IdentityProblem.NOT_PERMITTED);
        }
        return personId;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public boolean may(String permission) {
        return !rolesWith(permission).isEmpty();
    }

    @Override
    public Set<Role> rolesWith(String permission) {
        EnumSet<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(Permissions.all().holders(permission));
        held.retainAll(roles);
        return held;
    }
}
