package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.roster.RosterImport.People;
import org.junit.jupiter.api.Test;

/** A file as large as the largest city's, within the time that the database gives a statement. */
class RosterSizeDbTest {

    private static final int ROWS = 100_000;
    private static final int KEPT = 1_000;

    @Test
    void a_hundred_thousand_learners_come_and_those_who_are_not_in_the_next_file_are_listed() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var first = desk.check(file(ROWS));
            assertThat(desk.counts(first)).isEqualTo(ROWS + " new, 0 changed, 0 unchanged");
            assertThat(desk.one(first).counts().people()).isEqualTo(new People(ROWS / 2, 0, ROWS, 0));
            desk.apply(first);
            var second = desk.check(file(KEPT));
            assertThat(desk.counts(second)).isEqualTo("0 new, 0 changed, " + KEPT + " unchanged");
            assertThat(desk.one(second).counts().people()).isEqualTo(new People(0, 0, 0, 0));
            assertThat(desk.gone(second)).isEqualTo(ROWS - KEPT);
        });
    }

    /** Every guardian has two children, half a file apart. */
    private static String file(int rows) {
        return IntStream.range(0, rows)
            .mapToObj(i -> "Anna " + letters(i) + ";Ozola;" + (1 + i % 28) + ".03.2009.;" + (1 + i % 12)
                    + ".a;Ilze Ozola;ilze" + i % (ROWS / 2) + "@pasts.test\n")
            .collect(Collectors.joining("", "Vārds;Uzvārds;Dzimšanas datums;Klase;Māte;Mātes e-pasts\n", ""));
    }

    /** A name of its own for each: digits are not letters of a name. */
    private static String letters(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number + 1; rest > 0; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        return name.toString();
    }
}
