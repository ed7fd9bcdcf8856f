package lv.pumpurs.consultations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.OrderList.School;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.school.SchoolName;
import lv.pumpurs.spi.staff.StaffName;

/** The form to write an order down. What there is to choose from travels with it, so that it comes back with an error. */
public final class OrderForm {

    private static final String BETWEEN = "\n";

    private OrderForm() {}

    static Form of(List<SchoolName> schools, List<StaffName> providers, String today) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("schools", schools.stream().map(one -> one.id() + one.name()).collect(Collectors.joining(BETWEEN)));
        typed.put("staff", providers.stream().map(one -> one.id() + one.name()).collect(Collectors.joining(BETWEEN)));
        typed.put("school", schools.size() == 1 ? schools.getFirst().id().toString() : "");
        typed.put("orderedOn", today);
        typed.put("validFrom", today);
        return new Form(RecordOrder.class, typed, Map.of());
    }

    /**
     * What there is to choose from.
     *
     * @param form the form
     * @param field {@code schools} or {@code staff}
     * @return keys and names; what somebody else wrote there is left out
     */
    public static List<School> choices(Form form, String field) {
        List<School> all = new ArrayList<>();
        for (String line : form.typed(field).split("\\R")) {
            if (line.length() > 36 && line.substring(0, 36).matches("[0-9a-f-]{36}")) {
                try {
                    all.add(new School(UUID.fromString(line.substring(0, 36)), line.substring(36)));
                } catch (IllegalArgumentException noKey) {
                    // left out
                }
            }
        }
        return all;
    }
}
