package lv.pumpurs.core.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.school.NamePeriod;
import lv.pumpurs.core.school.NameSchool;
import lv.pumpurs.core.school.SchoolListView;
import lv.pumpurs.core.school.SchoolListView.Line;
import lv.pumpurs.core.school.SchoolView;
import lv.pumpurs.spi.Form;

/** Schools, one with its former names, and the form for another. */
final class SchoolSamples {

    private static final UUID KEY = new UUID(1, 1);
    private static final Line LINE = new Line(KEY, "Lubānas vidusskola", "VIDUSSKOLA", "4412345678", "Lubāna");

    private SchoolSamples() {}

    static Map<String, Samples.Sample> all() {
        String at = "/t/lubana/schools";
        return Map.of("schools", sample(at, new SchoolListView(List.of(LINE,
                new Line(new UUID(1, 2), "Meirānu Kalpaka pamatskola", "PAMATSKOLA", null, null)))), "schools-none",
                sample(at, new SchoolListView(List.of())), "school",
                sample(at + "/" + KEY, new SchoolView(LINE, List.of(
                        new NamePeriod("Lubānas vidusskola", "VIDUSSKOLA", LocalDate.of(2026, 8, 1)),
                        new NamePeriod("Lubānas pilsētas pamatskola", "PAMATSKOLA", null)), true)),
                "school-name-wrong", sample(at + "/" + KEY + "/names", new Form(NameSchool.class,
                        Map.of("name", "Lubānas <b>vidusskola", "kind", "VIDUSSKOLA", "from", "2027-01-01"),
                        Map.of("from", "Jaunais nosaukums nevar sākties nākotnē."))));
    }

    private static Samples.Sample sample(String at, Record model) {
        return new Samples.Sample(at, model, true, true, false);
    }
}
