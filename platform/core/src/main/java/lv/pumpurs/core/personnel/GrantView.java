package lv.pumpurs.core.personnel;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.personnel.StaffListView.SchoolChoice;
import lv.pumpurs.core.web.Corrected;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a role is granted, to somebody who is there or to somebody who is invited by it.
 *
 * @param person to whom; null for an invitation
 * @param choices what can be chosen
 * @param typed what stands in the fields
 * @param errors field to key of a sentence
 */
public record GrantView(@Nullable Named person, Choices choices, Map<String, String> typed, Map<String, String> errors)
        implements
            Headed,
            Corrected {

    /**
     * A member of staff.
     *
     * @param id key
     * @param name given and family name
     */
    public record Named(UUID id, String name) {}

    /**
     * What can be chosen.
     *
     * @param roles that the reader may grant
     * @param schools where
     * @param professions codes
     * @param holders whom a deputy could stand in for
     */
    public record Choices(List<Role> roles, List<SchoolChoice> schools, List<String> professions,
            List<Named> holders) {}

    /**
     * What stands in a field.
     *
     * @param field its name
     * @return the text; empty if there is none
     */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    @Override
    public String title(Page page) {
        return page.t(person == null ? "personnel.invite" : "personnel.grant");
    }

    @Override
    public List<Crumb> above(Page page) {
        Crumb list = new Crumb(page.t("personnel.title"), page.link("staff"));
        return person == null
                ? List.of(list)
                : List.of(list, new Crumb(person.name(), page.link("staff/" + person.id())));
    }
}
