package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.consultations.ConsultationState.InSheet;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whoever tries whatever with a sheet and its consultation, in whatever order: they go the ways that there are, together. */
class SheetLifeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final UUID COORDINATOR = Ids.next();

    /** From where an act leads where, written down once more: by whom makes the only difference. */
    private static final Map<String, Map<Act, String>> WAYS = Map.of(
            "SUBMITTED", Map.of(Act.VERIFY, "VERIFIED", Act.RETURN, "RETURNED"),
            "VERIFIED", Map.of(Act.ACCEPT, "ACCEPTED", Act.RETURN, "RETURNED"),
            "ACCEPTED", Map.of(Act.PAY, "PAID", Act.DISALLOW, "DISALLOWED"),
            "PAID", Map.of(Act.DISALLOW, "DISALLOWED"),
            "RETURNED", Map.of(Act.AGAIN, "SUBMITTED", Act.RETRACT, "CANCELLED"),
            "DISALLOWED", Map.of(), "CANCELLED", Map.of());

    enum Act {
        VERIFY, ACCEPT, PAY, RETURN, AGAIN, DISALLOW, RETRACT
    }

    record Try(Act act, boolean byProvider) {

        @Nullable
        String leads(String from) {
            boolean providers = act == Act.AGAIN || act == Act.RETRACT;
            return byProvider && !providers ? null : WAYS.getOrDefault(from, Map.of()).get(act);
        }
    }

    @Property
    void a_sheet_goes_no_way_but_those_of_its_life_and_its_consultation_with_it(@ForAll("tries") List<Try> tries) {
        Consultation one = confirmed();
        ConsultationSheet sheet = new ConsultationSheet(Ids.next(), one, 1, 40, TODAY);
        one.handIn(sheet);
        List<String> seen = new ArrayList<>(List.of("SUBMITTED"));
        for (Try next : tries) {
            String before = one.state(TODAY).code();
            if (before.equals("DISALLOWED") || before.equals("CANCELLED")) {
                break;
            }
            String expected = next.leads(before);
            assertThat(tried(one, sheet, next)).as("%s on %s", next, before).isEqualTo(expected != null);
            String after = one.state(TODAY).code();
            assertThat(after).isEqualTo(expected == null ? before : expected);
            assertThat(one.state(TODAY) instanceof InSheet in ? in.stage() : sheet.stage()).isEqualTo(sheet.stage());
            seen.add(after);
        }
        Statistics.collect(seen.getLast());
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.frequency(tuple(4, false), tuple(1, true)))
            .as(Try::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(20);
    }

    private static net.jqwik.api.Tuple.Tuple2<Integer, Boolean> tuple(int weight, boolean value) {
        return net.jqwik.api.Tuple.of(weight, value);
    }

    static Consultation confirmed() {
        Consultation one = new Trial().written();
        one.confirm(Way.CODE, Trial.DAY);
        return one;
    }

    private static boolean tried(Consultation one, ConsultationSheet sheet, Try next) {
        UUID by = next.byProvider() ? Trial.PROVIDER : COORDINATOR;
        try {
            switch (next.act()) {
                case VERIFY -> sheet.verify(by, TODAY);
                case ACCEPT -> sheet.accept(by, TODAY);
                case PAY -> sheet.pay(by, TODAY);
                case RETURN -> sheet.giveBack("Trūkst paraksta", by, TODAY);
                case AGAIN -> sheet.handInAgain(TODAY);
                case DISALLOW -> one.disallow("Pārbaude", by);
                case RETRACT -> one.cancel("Kļūda");
            }
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
