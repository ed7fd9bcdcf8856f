package lv.pumpurs.core.personnel;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.ReadLog.Narrowing;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which staff a list shows: those with a role that is all of this. Null leaves a criterion out.
 *
 * @param school key of the school where it is held
 * @param role the role
 * @param state {@code NOW}, {@code LATER} or {@code ENDED}
 */
public record StaffFilter(@Nullable UUID school, @Nullable Role role, @Nullable String state) {

    /** Whether a role holds, and if not, why. */
    public static final List<String> STATES = List.of("NOW", "LATER", "ENDED");

    /** Roles of staff, as the list offers them. */
    public static final List<Role> ROLES = Grantable.BY_TENANT.stream().sorted().toList();

    static StaffFilter of(@Nullable String school, @Nullable String role, @Nullable String state) {
        return new StaffFilter(key(school),
                ROLES.stream().filter(one -> one.name().equals(role)).findFirst().orElse(null),
                state != null && STATES.contains(state) ? state : null);
    }

    /**
     * Whether anything is left out.
     *
     * @return false for the whole list
     */
    public boolean narrows() {
        return school != null || role != null || state != null;
    }

    /** By what, never to what. */
    List<Narrowing> narrowings() {
        List<Narrowing> by = new ArrayList<>();
        if (school != null) {
            by.add(Narrowing.SCHOOL);
        }
        if (role != null) {
            by.add(Narrowing.KIND);
        }
        if (state != null) {
            by.add(Narrowing.STATE);
        }
        return by;
    }

    private static @Nullable UUID key(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }
}
