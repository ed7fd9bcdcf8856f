package lv.pumpurs.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FormTest {

    /** As a template writes it: the second field's name comes first in the alphabet. */
    record Input(String heldOn, String byWhom, String minutes) {}

    @Test
    void errors_stand_in_the_order_of_the_fields_and_what_belongs_to_none_comes_last() {
        Map<String, String> found = new TreeMap<>(Map.of("minutes", "m", "byWhom", "b", "heldOn", "h", "a", "?"));

        assertEquals(List.of("heldOn", "byWhom", "minutes", "a"),
                List.copyOf(new Form(Input.class, Map.of(), found).errors().keySet()));
    }
}
