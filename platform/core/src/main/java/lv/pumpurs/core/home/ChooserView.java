package lv.pumpurs.core.home;

import java.util.List;

/**
 * The places where a person can work.
 *
 * @param name the person's name
 * @param tenants municipalities and institutions, by name
 * @param operator whether the person is an operator of the nation
 * @param reviewer whether the person reviews plans for the nation
 */
public record ChooserView(String name, List<Place> tenants, boolean operator, boolean reviewer) {

    /**
     * One municipality or institution.
     *
     * @param slug its name in paths
     * @param name its full name
     * @param kind code of its kind
     */
    public record Place(String slug, String name, String kind) {}
}
