package lv.pumpurs.consultations;

import static lv.pumpurs.consultations.ConsultationsDbTest.provider;
import static lv.pumpurs.consultations.ConsultationsDbTest.supported;
import static lv.pumpurs.consultations.Room.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.spi.PluginWork.Group;
import lv.pumpurs.spi.PluginWork.Item;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

class ConsultationWorkDbTest {

    @Test
    void what_was_planned_waits_once_its_time_is_over_and_yesterdays_is_late() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Room room = new Room(town.entities(), me);
            Learner anna = supported(town, "Anna", me);
            Consultation late = planned(room, anna, -1, "10:00");
            Consultation over = planned(room, anna, 0, "14:20");
            planned(room, anna, 0, "15:00");
            planned(room, anna, 1, "10:00");
            Group hold = group(work(room, me), "consultations.due.HOLD");
            assertThat(hold.total()).isEqualTo(2);
            assertThat(hold.late()).isOne();
            assertThat(hold.items()).extracting(Item::path, Item::dueOn, Item::late)
                .containsExactly(tuple("consultations/" + late.id(), DAY.minusDays(1), true),
                        tuple("consultations/" + over.id(), DAY, false));
            UUID other = provider(town);
            assertThat(work(new Room(town.entities(), other), other)).isEmpty();
        });
    }

    @Test
    void what_was_held_waits_to_be_confirmed_when_the_time_for_it_ends_soon() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Room room = new Room(town.entities(), me);
            Learner anna = supported(town, "Anna", me);
            room.write(Room.wish(DAY.minusDays(8), "10:00", 40, true, false), anna.id());
            var last = room.write(Room.wish(DAY.minusDays(7), "10:00", 40, true, false), anna.id()).getFirst();
            room.write(Room.wish(DAY.minusDays(4), "10:00", 40, true, false), anna.id());
            Group confirm = group(work(room, me), "consultations.due.CONFIRM");
            assertThat(confirm.items()).extracting(Item::path, Item::dueOn, Item::late)
                .containsExactly(tuple("consultations/" + last.id(), DAY, false));
        });
    }

    @Test
    void the_learners_are_at_hand_the_latest_first_and_behind_the_first_the_group_of_last_time() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Room room = new Room(town.entities(), me);
            Learner anna = supported(town, "Anna", me);
            Learner juris = supported(town, "Juris", me);
            Learner zane = supported(town, "Zane", me);
            assertThat(paths(room, me)).hasSize(3).noneMatch(path -> path.contains("sessions"));
            room.write(Room.wish(DAY.minusDays(3), "10:00", 40, true, false), juris.id(), zane.id());
            room.write(Room.wish(DAY.minusDays(1), "10:00", 40, true, false), zane.id());
            String zanes = "consultations/learners/" + zane.id() + "/new?measure=" + measure(room, zane);
            assertThat(paths(room, me)).containsExactly(zanes,
                    "consultations/sessions/new?measure=" + measure(room, juris) + "&measure=" + measure(room, zane),
                    "consultations/learners/" + juris.id() + "/new?measure=" + measure(room, juris),
                    "consultations/learners/" + anna.id() + "/new?measure=" + measure(room, anna));
        });
    }

    @Test
    void a_measure_of_which_nothing_is_left_is_not_at_hand() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Room room = new Room(town.entities(), me);
            Learner anna = supported(town, "Anna", me);
            int left = room.desk.of(anna.id()).getFirst().measure().plannedQuantity().intValue();
            room.held("00:00", left * 40, anna.id());
            assertThat(work(room, me)).extracting(Group::titleKey).doesNotContain("consultations.due.LOG");
        });
    }

    @Test
    void the_form_proposes_the_latest_time_at_which_everybody_is_free() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Room room = new Room(town.entities(), me);
            Learner anna = supported(town, "Anna", me);
            Learner juris = supported(town, "Juris", me);
            assertThat(proposed(room, anna)).isEqualTo("14:20");
            room.held("14:10", 40, juris.id());
            assertThat(proposed(room, anna)).isEqualTo("13:30");
            room.held("06:40", 400, anna.id());
            assertThat(proposed(room, juris)).isEqualTo("13:30");
            room.held("13:20", 40, supported(town, "Zane", me).id());
            assertThat(proposed(room, juris)).isEqualTo("06:00");
            room.held("00:00", 400, supported(town, "Ilze", me).id());
            assertThat(proposed(room, juris)).isEmpty();
        });
    }

    @Test
    void who_writes_nothing_down_has_nothing_to_do_here() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Room room = new Room(town.entities(), me);
            planned(room, supported(town, "Anna", me), -1, "10:00");
            assertThat(new ConsultationWork(room.desk, room.due)
                .due(new Somebody(me, "", Set.of(Role.SCHOOL_DIRECTOR)))).isEmpty();
        });
    }

    private static Consultation planned(Room room, Learner learner, int days, String at) {
        return room.write(Room.wish(DAY.plusDays(days), at, 40, false, false), learner.id()).getFirst();
    }

    private static UUID measure(Room room, Learner learner) {
        return room.desk.of(learner.id()).getFirst().id();
    }

    private static String proposed(Room room, Learner learner) {
        return room.desk.form(List.of(room.desk.of(learner.id()).getFirst()), null).typed("startsAt");
    }

    private static List<Group> work(Room room, UUID me) {
        return new ConsultationWork(room.desk, room.due).due(new Somebody(me, "", Set.of(Role.PROVIDER)));
    }

    private static List<String> paths(Room room, UUID me) {
        return group(work(room, me), "consultations.due.LOG").items().stream().map(Item::path).toList();
    }

    private static Group group(List<Group> all, String title) {
        return all.stream().filter(one -> one.titleKey().equals(title)).findFirst().orElseThrow();
    }
}
