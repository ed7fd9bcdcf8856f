package lv.pumpurs.core.personnel;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * One member of staff.
 *
 * @param person who, with the roles in the reader's reach
 * @param invitation how far the invitation is, null for somebody who came otherwise
 * @param endable keys of the roles that the reader may end
 * @param mayGrant whether the reader may grant the person a role
 */
public record StaffView(StaffRow person, @Nullable String invitation, List<UUID> endable, boolean mayGrant)
        implements
            Headed {

    @Override
    public String title(Page page) {
        return person.givenName() + " " + person.familyName();
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("personnel.title"), page.link("staff")));
    }
}
