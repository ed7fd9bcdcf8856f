package lv.pumpurs.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.spi.PersonalData.Kind;
import lv.pumpurs.spi.PersonalData.Section;
import lv.pumpurs.spi.PersonalData.Subject;
import org.junit.jupiter.api.Test;

/** What rows tell of a person, as values of a file. */
class KeptRowsDbTest {

    private static final Subject SOMEBODY = new Subject(Kind.LEARNER, Set.of(new UUID(7, 1)));

    @Test
    void days_and_moments_are_told_from_texts() {
        Map<String, ?> row = row("""
                select date '2021-02-28' as day, timestamptz '2021-02-28T10:00:00Z' as moment, 'vārdi' as words, 2.5 as number
                where cast('00000000-0000-0007-0000-000000000001' as uuid) = any {keys}""");
        assertThat(row.get("day")).isEqualTo(LocalDate.of(2021, 2, 28));
        assertThat(row.get("moment")).isEqualTo(Instant.parse("2021-02-28T10:00:00Z"));
        assertThat(row.get("words")).isEqualTo("vārdi");
    }

    @Test
    void what_somebody_typed_that_only_looks_like_a_day_is_told_as_it_was_typed() {
        Map<String, ?> row = row("""
                select '2021-02-30' as one, '2021-13-45T25:61:00+00:00' as other
                where cast('00000000-0000-0007-0000-000000000001' as uuid) = any {keys}""");
        assertThat(row.get("one")).isEqualTo("2021-02-30");
        assertThat(row.get("other")).isEqualTo("2021-13-45T25:61:00+00:00");
    }

    private static Map<String, ?> row(String sql) {
        Map<String, Object> told = new java.util.LinkedHashMap<>();
        Town.in(TwoTenants.ALFA, town -> {
            Section section = new KeptRows(town.entities()).section("learner", sql, Map.of(), SOMEBODY, new UUID(7, 2));
            told.putAll(section.rows().getFirst());
        });
        return told;
    }
}
