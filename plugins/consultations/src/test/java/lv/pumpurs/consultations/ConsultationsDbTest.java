package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

class ConsultationsDbTest {

    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);

    @Test
    void a_provider_reads_the_own_consultations_and_the_coordinator_all() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            UUID mine = provider(town);
            UUID others = provider(town);
            town.draft(learner, Semester.of("2020/2021-1"), mine);
            town.draft(learner, Semester.of("2020/2021-2"), others);
            UUID coordinator = town.staff("koord@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
            var consultations = new Consultations(town.entities());
            consultations.add(Consultation.held(Ids.next(), learner.id(), mine, DAY, DAY, "Matemātika", 40));
            consultations.add(Consultation.held(Ids.next(), learner.id(), others, DAY, DAY, "Saruna", 30));
            assertThat(subjects(consultations, mine, Role.PROVIDER)).containsExactly("Matemātika");
            assertThat(subjects(consultations, others, Role.PROVIDER)).containsExactly("Saruna");
            assertThat(subjects(consultations, coordinator, Role.TENANT_COORDINATOR))
                .containsExactlyInAnyOrder("Matemātika", "Saruna");
            assertThat(subjects(consultations, coordinator, Role.PROVIDER)).isEmpty();
        });
    }

    /** More than are read at a time, many of them on one day, and none twice. */
    @Test
    void a_file_holds_every_consultation_once_in_the_order_of_the_page() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            UUID coordinator = town.staff("visi@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
            UUID provider = provider(town);
            var consultations = new Consultations(town.entities());
            for (int i = 0; i < 1203; i++) {
                consultations.add(Consultation.held(Ids.next(), learner.id(), provider, DAY.minusDays(i / 700), DAY,
                        "Matemātika", 40));
            }
            List<ConsultationLine> all = new ArrayList<>();
            consultations.each(coordinator, Set.of(Role.TENANT_COORDINATOR), all::add);
            assertThat(all).hasSize(1203).extracting(ConsultationLine::id).doesNotHaveDuplicates();
            assertThat(all.subList(0, Consultations.SHOWN))
                .isEqualTo(consultations.latest(coordinator, Set.of(Role.TENANT_COORDINATOR)));
            assertThat(all.getLast().heldOn()).isEqualTo(DAY.minusDays(1));
        });
    }

    private static List<String> subjects(Consultations consultations, UUID me, Role role) {
        return consultations.latest(me, Set.of(role)).stream().map(ConsultationLine::subject).toList();
    }

    private static UUID provider(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR")).id();
    }
}
