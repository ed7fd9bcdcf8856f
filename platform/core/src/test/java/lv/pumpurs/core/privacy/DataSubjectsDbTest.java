package lv.pumpurs.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.KeptLearners;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.spi.PersonalData;
import org.junit.jupiter.api.Test;

/** People are told and forgotten in a tenant that holds the tables of some plugins only. */
class DataSubjectsDbTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void a_plugin_that_was_never_allowed_here_keeps_nobody_from_being_told_what_is_kept() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            assertThat(subjects(town.entities()).kept(learner.id(), learner.id()))
                .extracting(PersonalData.Section::table)
                .containsExactly("learner", "enrolment");
        });
    }

    @Test
    void nor_from_being_forgotten_as_a_whole_or_in_part() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            DataSubjects subjects = subjects(town.entities());
            subjects.expire(learner.id(), LocalDate.of(2021, 1, 1), NOW);
            assertThat(subjects.find(learner.id())).isPresent();
            subjects.expire(learner.id(), NOW);
            assertThat(subjects.find(learner.id())).isEmpty();
        });
    }

    private static DataSubjects subjects(EntityManager entities) {
        return new DataSubjects(entities, new Contracts(List.of(new KeptLearners(entities), neverAllowed(entities))));
    }

    /** A plugin of the build whose tables this tenant has not; no class, so that no other test takes it for a module. */
    private static PersonalData neverAllowed(EntityManager entities) {
        return (PersonalData) Proxy.newProxyInstance(DataSubjectsDbTest.class.getClassLoader(),
                new Class<?>[]{PersonalData.class},
                (proxy, method, arguments) -> method.getName().equals("tables")
                        ? Set.of("never_allowed", "never_allowed_either")
                        : entities.createNativeQuery("select r.words from never_allowed r").getResultList());
    }
}
