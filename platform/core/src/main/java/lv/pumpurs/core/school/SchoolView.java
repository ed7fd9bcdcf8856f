package lv.pumpurs.core.school;

import java.util.List;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;

/**
 * One school with its names.
 *
 * @param school the school as it is
 * @param names every name and type, the present one first
 * @param mayName whether the reader may add one
 */
public record SchoolView(SchoolListView.Line school, List<NamePeriod> names, boolean mayName) implements Headed {

    @Override
    public String title(Page page) {
        return school.name();
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("school.title"), page.link("schools")));
    }
}
