package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was written down before consultations were tied to measures: the migration ties what leaves no doubt. */
class OldConsultationsDbTest {

    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final String NOT_TIED = "none";

    @Test
    void the_only_measure_of_the_provider_on_the_day_is_the_one() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = ConsultationsDbTest.provider(town);
            Learner anna = ConsultationsDbTest.supported(town, "Anna", me);
            assertThat(tied(town, anna, me, DAY, "Kaut kas cits", 60))
                .isEqualTo(measures(town, me).getFirst() + " 1.50");
        });
    }

    @Test
    void of_several_the_one_of_the_subject_is_the_one_and_without_it_none_is() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = ConsultationsDbTest.provider(town);
            Learner anna = ConsultationsDbTest.supported(town, "Anna", me);
            UUID first = measures(town, me).getFirst();
            another(town, first, "CONS_SUBJECT_TEACHER", "Fizika");
            UUID physics = measures(town, me).getLast();
            assertThat(tied(town, anna, me, DAY, "Fizika", 40)).isEqualTo(physics + " 1.00");
            assertThat(tied(town, anna, me, DAY, "Ķīmija", 40)).isEqualTo(NOT_TIED);
            another(town, first, "CONS_ADVISORY", "Fizika");
            assertThat(tied(town, anna, me, DAY, "Fizika", 40)).as("two of one subject").isEqualTo(NOT_TIED);
        });
    }

    @Test
    void another_day_another_provider_another_learner_and_what_is_no_consultation_leave_it_untied() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = ConsultationsDbTest.provider(town);
            UUID other = ConsultationsDbTest.provider(town);
            Learner anna = ConsultationsDbTest.supported(town, "Anna", me);
            Learner juris = town.learner("Juris", "Ozols", "2020/2021", 7);
            assertThat(tied(town, anna, me, LocalDate.of(2020, 12, 19), "x", 40)).isEqualTo(NOT_TIED);
            assertThat(tied(town, anna, me, LocalDate.of(2020, 9, 6), "x", 40)).isEqualTo(NOT_TIED);
            assertThat(tied(town, anna, me, LocalDate.of(2020, 12, 18), "x", 40)).isNotEqualTo(NOT_TIED);
            assertThat(tied(town, anna, other, DAY, "x", 40)).isEqualTo(NOT_TIED);
            assertThat(tied(town, juris, me, DAY, "x", 40)).isEqualTo(NOT_TIED);
            another(town, measures(town, me).getFirst(), "COMP_MEALS", null);
            assertThat(tied(town, anna, me, DAY, "x", 40)).as("meals do not count").isNotEqualTo(NOT_TIED);
        });
    }

    /** Writes an old row and lets the migration's own statement run: the measure and quantity of the row afterwards. */
    private static String tied(Town town, Learner learner, UUID provider, LocalDate day, String subject, int minutes) {
        UUID id = Ids.next();
        town.entities()
            .createNativeQuery("insert into consultation (id, learner_id, provider_id, held_on, subject, minutes)"
                    + " values (?1, ?2, ?3, ?4, ?5, ?6)")
            .setParameter(1, id)
            .setParameter(2, learner.id())
            .setParameter(3, provider)
            .setParameter(4, day)
            .setParameter(5, subject)
            .setParameter(6, minutes)
            .executeUpdate();
        town.entities().createNativeQuery(statement()).executeUpdate();
        return (String) town.entities()
            .createNativeQuery("select coalesce(cast(measure_id as text) || ' ' || quantity, 'none') from consultation"
                    + " where id = ?1")
            .setParameter(1, id)
            .getSingleResult();
    }

    private static void another(Town town, UUID like, String kind, @Nullable String subject) {
        town.entities()
            .createNativeQuery("insert into planned_measure (id, plan_id, kind, provider_id, subject, planned_quantity,"
                    + " delivered_quantity, starts_on, ends_on) select ?1, m.plan_id, ?2, m.provider_id, cast(?3 as text),"
                    + " 10, 0, m.starts_on, m.ends_on from planned_measure m where m.id = ?4")
            .setParameter(1, Ids.next())
            .setParameter(2, kind)
            .setParameter(3, subject)
            .setParameter(4, like)
            .executeUpdate();
    }

    private static List<UUID> measures(Town town, UUID provider) {
        town.entities().flush();
        List<?> keys = town.entities()
            .createNativeQuery("select id from planned_measure where provider_id = ?1 order by id")
            .setParameter(1, provider)
            .getResultList();
        return keys.stream().map(UUID.class::cast).toList();
    }

    private static String statement() {
        String name = "/db/consultations/V202611252000__planned_held_and_confirmed.sql";
        try (InputStream in = Objects.requireNonNull(OldConsultationsDbTest.class.getResourceAsStream(name))) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int begins = script.indexOf("UPDATE consultation c");
            return script.substring(begins, script.indexOf(';', begins));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
