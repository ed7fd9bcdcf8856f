package lv.pumpurs.core.personnel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lv.pumpurs.core.personnel.GrantView.Named;
import lv.pumpurs.core.web.Corrected;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a role is ended.
 *
 * @param person whose
 * @param role which
 * @param today the day it is
 * @param lastDay what stands in the field
 * @param errors field to key of a sentence
 */
public record EndView(Named person, RoleLine role, LocalDate today, @Nullable LocalDate lastDay,
        Map<String, String> errors) implements Headed, Corrected {

    @Override
    public String title(Page page) {
        return page.t("personnel.end");
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("personnel.title"), page.link("staff")),
                new Crumb(person.name(), page.link("staff/" + person.id())));
    }
}
