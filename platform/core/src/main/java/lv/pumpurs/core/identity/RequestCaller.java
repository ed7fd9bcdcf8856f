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
    private Set<Role> throughout = Set.of();

    /** Somebody of a tenant. */
    void is(String shownName, Standing standing) {
        this.personId = standing.personId();
        this.name = shownName;
        this.roles = Set.copyOf(standing.roles());
        this.throughout = Set.copyOf(standing.throughout());
    }

    /** Somebody of the nation, or nobody's colleague: a person who belongs to no tenant here. */
    void is(String shownName, Set<Role> rolesInNation) {
        this.name = shownName;
        this.roles = Set.copyOf(rolesInNation);
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
        roles.stream().filter(role -> holds(permission, role)).forEach(held::add);
        return held;
    }

    private boolean holds(String permission, Role role) {
        Scope scope = Permissions.all().scope(permission, role);
        return scope != null && (scope != Scope.GRANT_OF_TENANT || throughout.contains(role));
    }
}
