package lv.pumpurs.core.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.learnercode.CodeView;
import lv.pumpurs.core.learnercode.CodeView.Former;
import lv.pumpurs.core.learnercode.ReplaceCode;
import lv.pumpurs.core.learnercode.RevealCode;
import lv.pumpurs.spi.Form;

/** Personal codes of a learner: hidden, shown once, none, and the two forms. */
final class CodeSamples {

    private static final UUID KEY = new UUID(1, 1);
    private static final String NAME = "Anna-Elizabete Skuja-Kalniņzemniece";
    private static final String AT = "/t/lubana/learners/" + KEY + "/code";

    private CodeSamples() {}

    static Map<String, Samples.Sample> all() {
        List<Former> former = List.of(new Former("******-*9876", LocalDate.of(2026, 9, 4)));
        return Map.of("code", sample("", new CodeView(KEY, NAME, "******-*1234", false, List.of("CHECKSUM"), former)),
                "code-shown", sample("/reveal", new CodeView(KEY, NAME, "320101-01234", true, List.of(), List.of())),
                "code-none", sample("", new CodeView(KEY, NAME, null, false, List.of(), List.of())), "code-reveal",
                sample("/reveal", new Form(RevealCode.class, Map.of("reason", "vajag"),
                        Map.of("reason", "Garumam jābūt no 10 līdz 500 rakstzīmēm."))),
                "code-replacement", sample("/replacement", new Form(ReplaceCode.class, Map.of("code", "12345"),
                        Map.of("code", "Personas kodam ir vienpadsmit cipari."))));
    }

    private static Samples.Sample sample(String end, Record model) {
        return new Samples.Sample(AT + end, model, true, true, false);
    }
}
