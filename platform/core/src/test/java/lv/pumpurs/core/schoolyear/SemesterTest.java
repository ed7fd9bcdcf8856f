package lv.pumpurs.core.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemesterTest {

    @Test
    void the_second_semester_of_2018_is_followed_by_the_first_of_2019() {
        assertThat(Semester.of("2018/2019-2").next()).isEqualTo(Semester.of("2019/2020-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2018/2019", "2018/2019-3", "2018/2020-1", "2018-2019-1", "18/19-1"})
    void other_texts_are_not_semesters(String text) {
        assertThat(Semester.isCode(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Semester.of(text));
    }

    @Property
    void codes_sort_as_time_does(@ForAll @IntRange(min = 2000, max = 2100) int year,
            @ForAll @IntRange(min = -20, max = 20) int distance) {
        var one = new Semester(year, 1);
        var other = one.plus(distance);
        assertThat(one.until(other)).isEqualTo(distance);
        assertThat(Integer.signum(other.code().compareTo(one.code()))).isEqualTo(Integer.signum(distance));
        assertThat(Integer.signum(other.compareTo(one))).isEqualTo(Integer.signum(distance));
        assertThat(Semester.of(other.code())).isEqualTo(other);
    }

    @Test
    void grades_nine_and_twelve_are_taught_longer_in_spring() {
        var may = LocalDate.of(2021, 5, 31);
        var spring = new SemesterDays(Semester.of("2020/2021-2"), LocalDate.of(2021, 1, 4), may,
                LocalDate.of(2021, 6, 11), LocalDate.of(2021, 6, 18));
        assertThat(spring.endsOn(8)).isEqualTo(may);
        assertThat(spring.endsOn(9)).isEqualTo(LocalDate.of(2021, 6, 11));
        assertThat(spring.endsOn(12)).isEqualTo(LocalDate.of(2021, 6, 18));
    }
}
