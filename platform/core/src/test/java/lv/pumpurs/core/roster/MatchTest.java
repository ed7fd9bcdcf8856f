package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.roster.Difference.Move;
import lv.pumpurs.core.roster.Finding.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a row is about, and what it changes. */
class MatchTest {

    private static final UUID SCHOOL = new UUID(1, 1);
    private static final LocalDate BORN = LocalDate.of(2009, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2020, 10, 15);
    private static final Term TERM = new Term("2020/2021", LocalDate.of(2020, 9, 1), LocalDate.of(2021, 5, 31), TODAY);
    private static final String CODE = "aa";

    private static Line line(@Nullable LocalDate born, ClassPlace place, @Nullable LocalDate from) {
        return new Line("Anna", "Šķēle", born, null, place, from);
    }

    private static Line line(@Nullable LocalDate born) {
        return line(born, ClassPlace.general(5, "a"), null);
    }

    private static Known known(@Nullable LocalDate born, @Nullable String code) {
        return known(born, code, "2020/2021", 5, null);
    }

    private static Known known(@Nullable LocalDate born, @Nullable String code, String year, int grade,
            @Nullable LocalDate to) {
        LocalDate from = LocalDate.of(Integer.parseInt(year.substring(0, 4)), 9, 1);
        return new Known(UUID.randomUUID(), 1, "Anna", "Šķēle", born, code, List.of(),
                new Known.Latest(UUID.randomUUID(), SCHOOL,
                        year, ClassPlace.general(grade, "a"), from, to));
    }

    @Test
    void the_personal_code_decides_whatever_the_name_says() {
        Known one = new Known(new UUID(1, 2), 1, "Cita", "Meitene", BORN.plusDays(1), CODE, List.of(),
                known(BORN, CODE).latest());
        Match match = Match.of(line(BORN), CODE, one, List.of(known(BORN, null)), false);
        assertThat(match.learner()).isEqualTo(one);
        assertThat(match.doubts()).containsExactly(Kind.NAME_DIFFERS, Kind.BIRTH_DATE_DIFFERS);
    }

    @Test
    void without_a_code_name_and_day_of_birth_decide() {
        Known one = known(BORN, null);
        assertThat(Match.of(line(BORN), null, null, List.of(one, known(BORN.plusDays(1), null)), false))
            .isEqualTo(new Match(one, List.of()));
        assertThat(Match.of(line(BORN), CODE, null, List.of(one), false).learner()).isEqualTo(one);
    }

    @Test
    void two_who_fit_are_in_doubt() {
        assertThat(Match.of(line(BORN), null, null, List.of(known(BORN, null), known(BORN, CODE)), true))
            .isEqualTo(new Match(null, List.of(Kind.AMBIGUOUS)));
        assertThat(Match.of(line(BORN), null, null, List.of(known(null, null), known(null, null)), true))
            .isEqualTo(new Match(null, List.of(Kind.AMBIGUOUS)));
    }

    @Test
    void a_namesake_with_another_day_of_birth_or_another_code_is_somebody_else() {
        assertThat(Match.of(line(BORN), null, null, List.of(known(BORN.plusDays(1), null)), true))
            .isEqualTo(new Match(null, List.of()));
        assertThat(Match.of(line(null), CODE, null, List.of(known(BORN, "bb")), true))
            .isEqualTo(new Match(null, List.of()));
        assertThat(Match.of(line(BORN), CODE, null, List.of(known(BORN, "bb")), true))
            .isEqualTo(new Match(null, List.of(Kind.OTHER_CODE)));
    }

    @Test
    void a_name_alone_is_in_doubt_and_stays_on_the_list_when_it_is_taken() {
        Known one = known(null, null);
        assertThat(Match.of(line(BORN), null, null, List.of(one), false))
            .isEqualTo(new Match(null, List.of(Kind.NAME_ONLY)));
        assertThat(Match.of(line(BORN), null, null, List.of(one), true))
            .isEqualTo(new Match(one, List.of(Kind.NAME_ONLY)));
    }

    @Test
    void the_same_class_in_the_same_year_changes_nothing() {
        assertThat(Difference.of(line(BORN), null, known(BORN, null), TERM, SCHOOL).isEmpty()).isTrue();
        assertThat(Difference.of(line(null), null, known(BORN, CODE), TERM, SCHOOL).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2020-09-01,true,,", "2020-09-02,false,2020-09-01,2020-09-02", ",false,2020-10-14,2020-10-15"})
    void within_a_year_a_class_is_changed_from_a_day_or_put_right_from_the_start(@Nullable LocalDate from,
            boolean corrected, @Nullable LocalDate to, @Nullable LocalDate next) {
        Difference difference = Difference.of(line(BORN, ClassPlace.general(5, "b"), from), null, known(BORN, null),
                TERM, SCHOOL);
        assertThat(difference.move()).isEqualTo(new Move(to, null, next, corrected));
    }

    @ParameterizedTest
    @CsvSource({"4,PROMOTED,", "5,REPEATED,", "6,,GRADE_LOWER"})
    void a_new_year_ends_the_old_one_the_day_before(int before, @Nullable Outcome outcome, @Nullable Kind odd) {
        Difference difference = Difference.of(line(BORN), null, known(BORN, null, "2019/2020", before, null), TERM,
                SCHOOL);
        assertThat(difference.move())
            .isEqualTo(new Move(LocalDate.of(2020, 8, 31), outcome, LocalDate.of(2020, 9, 1), false));
        assertThat(difference.doubt()).isEqualTo(odd);
        assertThat(difference.serious()).isFalse();
    }

    @Test
    void a_later_year_another_school_and_a_class_before_the_last_one_are_refused() {
        assertThat(Difference.of(line(BORN), null, known(BORN, null, "2021/2022", 6, null), TERM, SCHOOL).doubt())
            .isEqualTo(Kind.LATER_YEAR);
        assertThat(Difference.of(line(BORN), null, known(BORN, CODE), TERM, new UUID(9, 9)).doubt())
            .isEqualTo(Kind.ELSEWHERE);
        LocalDate left = LocalDate.of(2020, 9, 20);
        Known gone = known(BORN, null, "2020/2021", 5, left);
        assertThat(Difference.of(line(BORN, ClassPlace.general(5, "a"), left), null, gone, TERM, SCHOOL).doubt())
            .isEqualTo(Kind.TOO_EARLY);
        assertThat(Difference.of(line(BORN, ClassPlace.general(5, "a"), left.plusDays(1)), null, gone, TERM, SCHOOL)
            .move()).isEqualTo(new Move(null, null, left.plusDays(1), false));
    }
}
