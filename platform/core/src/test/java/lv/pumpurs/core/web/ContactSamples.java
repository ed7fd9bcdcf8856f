package lv.pumpurs.core.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.contact.AddToContact;
import lv.pumpurs.core.contact.ContactFilter;
import lv.pumpurs.core.contact.ContactWay;
import lv.pumpurs.core.contact.ContactsView;
import lv.pumpurs.core.contact.ContactsView.Addition;
import lv.pumpurs.core.contact.ContactsView.ContactRow;
import lv.pumpurs.core.contact.ContactsView.Written;
import lv.pumpurs.core.contact.RecordContact;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.RestrictedText;

/** The log of contacts with guardians, full and empty, and its forms. */
final class ContactSamples {

    private static final UUID LEARNER = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant AT = Instant.parse("2026-11-20T12:05:00Z");
    private static final String NAME = "Anna-Elizabete Skuja-Kalniņzemniece";
    private static final Written AUTHOR = new Written(NAME, AT);

    private ContactSamples() {}

    static Map<String, Samples.Sample> all() {
        String at = "/t/lubana/learners/" + LEARNER + "/contacts";
        return Map.of("contacts", new Samples.Sample(at, contacts(), true, true, false), "contacts-none",
                new Samples.Sample(at, none(), true, true, false), "contact-wrong",
                new Samples.Sample(at + "/new", wrong(), true, true, false), "contact-addition",
                new Samples.Sample(at + "/" + LEARNER + "/addition", new Form(AddToContact.class,
                        Map.of("learner", NAME, "topic", "Kavējumi"), Map.of()), true, true, false));
    }

    private static ContactsView contacts() {
        List<ContactRow> rows = new ArrayList<>();
        for (ContactWay way : ContactWay.values()) {
            boolean first = rows.isEmpty();
            rows.add(new ContactRow(new UUID(5, rows.size()), DAY.minusDays(rows.size()), way,
                    first ? NAME : "Kaimiņiene Rasma", first,
                    first ? "Neattaisnoti kavējumi oktobrī un novembrī, došanās uz skolu no rītiem" : "Vecāku diena",
                    first ? open("Mamma apsolīja zvanīt klases audzinātājai katru rītu līdz astoņiem.") : null,
                    first ? "LUB-2026-1-0017" : null, AUTHOR, first,
                    first ? List.of(new Addition(open("Nedēļu vēlāk: kavējumu vairs nav."), AUTHOR)) : List.of()));
        }
        return new ContactsView(LEARNER, NAME, rows, new Paging(1, 25, 31, "held"),
                new ContactFilter(null, LocalDate.of(2026, 9, 1), null), true);
    }

    private static ContactsView none() {
        return new ContactsView(LEARNER, NAME, List.of(), new Paging(1, 25, 0, "held"),
                new ContactFilter(null, null, null), false);
    }

    private static Form wrong() {
        return new Form(RecordContact.class,
                Map.of("learner", NAME, "people", "Māra Ozola\r\nJānis Ozols", "plans", "LUB-2026-1-0017", "heldOn",
                        "2027-01-01", "way", "MEETING", "person", "Māra", "topic", "Šķēle <script>"),
                Map.of("heldOn",
                        "Ierakstīt var tikai saziņu, kas jau ir notikusi. Norādiet šodienas vai agrāku datumu.", "way",
                        "Šis lauks ir jāaizpilda."));
    }

    private static RestrictedText open(String words) {
        return RestrictedText.of(words).shownTo(() -> true);
    }
}
