package lv.pumpurs.core.personnel;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be invited, with the first role: nobody is in the tenant without one.
 *
 * @param givenName given name
 * @param familyName family name
 * @param email address to which the invitation goes, and with which the person signs in
 * @param role the role
 * @param school key of the school; none for a role of the whole tenant
 * @param className the class, for a class teacher
 * @param profession code of the profession, for a provider
 * @param from first day
 * @param to last day; none for as long as nobody ends it
 * @param deputyFor key of the member of staff whom the person stands in for
 */
public record InviteStaff(@Nullable @Size(max = 100) String givenName, @Nullable @Size(max = 100) String familyName,
        @Nullable @Size(max = 254) String email, @Nullable Role role, @Nullable UUID school,
        @Nullable @Size(max = 20) String className, @Nullable @Size(max = 40) String profession,
        @Nullable LocalDate from, @Nullable LocalDate to, @Nullable UUID deputyFor) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]+\\.[^\\s@<>,;.]{2,}");

    GrantRole asked() {
        return new GrantRole(role, school, className, profession, from, to, deputyFor);
    }

    boolean isNamed() {
        return !text(givenName).isEmpty() && !text(familyName).isEmpty();
    }

    boolean isAddressed() {
        return ADDRESS.matcher(text(email)).matches();
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
