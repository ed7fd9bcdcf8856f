package lv.pumpurs.core.personnel;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Paging;

/**
 * The staff in the reader's reach.
 *
 * @param staff rows of this page
 * @param paging where in the list this page stands
 * @param filter what the list is narrowed to
 * @param schools what it can be narrowed to
 * @param mayInvite whether the reader may invite somebody
 */
public record StaffListView(List<StaffRow> staff, Paging paging, StaffFilter filter, List<SchoolChoice> schools,
        boolean mayInvite) {

    /**
     * A school.
     *
     * @param id key
     * @param name name
     */
    public record SchoolChoice(UUID id, String name) {}

    /**
     * The name of a school.
     *
     * @param id its key
     * @return its name; empty if it is not among the choices
     */
    public String schoolName(UUID id) {
        return schools.stream().filter(one -> one.id().equals(id)).map(SchoolChoice::name).findFirst().orElse("");
    }
}
