package lv.pumpurs.core.web;

import java.util.ArrayList;
import java.util.List;
import lv.pumpurs.core.web.Headed.Crumb;

/**
 * Title and breadcrumb of a page.
 *
 * @param title plain text
 * @param above pages above this one, outermost first; empty for the pages at the top
 */
public record Heading(String title, List<Crumb> above) {

    static Heading of(Object model, RequestPage page) {
        if (model instanceof lv.pumpurs.spi.Problem problem) {
            return new Heading(problem.title(), List.of());
        }
        List<Crumb> above = new ArrayList<>();
        boolean ofFamily = Menu.ofFamily(page.caller());
        String home = page.link(ofFamily ? "family" : "");
        if (page.tenant() != null && !page.isAt(home)) {
            above.add(new Crumb(page.t(ofFamily ? "family.menu" : "web.home"), home));
        }
        if (model instanceof Headed headed) {
            above.addAll(headed.above(page));
            return new Heading(headed.title(page), above);
        }
        return new Heading(title(Templates.nameOf(Templates.named(model)), page), above);
    }

    private static String title(String name, RequestPage page) {
        String own = "title." + name.replace('/', '.');
        String module = name.substring(0, name.indexOf('/')) + ".title";
        return page.has(own) ? page.t(own) : page.has(module) ? page.t(module) : page.t("web.product");
    }
}
