package lv.pumpurs.core.school;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The schools of the tenant.
 *
 * @param schools in the order of the Latvian alphabet
 */
public record SchoolListView(List<Line> schools) {

    /**
     * A school.
     *
     * @param id key
     * @param name present name
     * @param kind present type
     * @param registrationNo ten digits, null if not known
     * @param town where it stands, null if not known
     */
    public record Line(UUID id, String name, String kind, @Nullable String registrationNo, @Nullable String town) {

        static Line of(School school) {
            return new Line(school.id(), school.name(), school.kind(), school.registrationNo(), school.town());
        }
    }
}
