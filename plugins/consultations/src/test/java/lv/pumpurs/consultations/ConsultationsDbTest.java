package lv.pumpurs.consultations;

import static lv.pumpurs.consultations.Room.DAY;
import static lv.pumpurs.consultations.Room.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.consultations.DirectorOrder.Paper;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsultationsDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate FROM = LocalDate.of(2020, 9, 7);
    private static final LocalDate TO = LocalDate.of(2020, 12, 18);
    private static final ConsultationFilter ALL = new ConsultationFilter(null, null, null);

    @ParameterizedTest
    @ValueSource(strings = {"t_alfa", "t_beta"})
    void a_held_one_belongs_to_the_measure_and_counts_in_its_unit(String tenant) {
        Town.in(new SchemaName(tenant), town -> {
            UUID me = provider(town);
            Learner learner = supported(town, "Anna", me);
            Room room = new Room(town.entities(), me);
            Consultation one = room.held("14:00", 60, learner.id()).getFirst();
            UUID measure = one.measureId();
            assertThat(one.schoolId()).isEqualTo(town.home().id());
            assertThat(one.quantity()).isEqualByComparingTo("1.50");
            town.entities().clear();
            assertThat(new ConsultationDelivery(room.consultations).delivered(List.of(measure, Ids.next())))
                .hasSize(1)
                .satisfies(held -> assertThat(held.get(measure)).isEqualByComparingTo("1.5"));
            assertThat(room.consultations.held(List.of())).isEmpty();
            assertThat(room.desk.mine()).extracting(found -> found.used().stripTrailingZeros())
                .containsExactly(new BigDecimal("1.5"));
        });
    }

    @Test
    void a_provider_reads_the_own_consultations_and_the_coordinator_all() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID mine = provider(town);
            UUID others = provider(town);
            Learner learner = supported(town, "Anna", mine);
            town.approved(learner, Semester.of("2020/2021-2"), others, DAY.minusDays(1), TO);
            UUID coordinator = town.staff("koord@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
            Room room = new Room(town.entities(), mine);
            UUID id = room.held("14:00", 40, learner.id()).getFirst().id();
            assertThat(lines(room, new Reader(mine, Set.of(Role.PROVIDER), DAY))).containsExactly(id);
            assertThat(lines(room, new Reader(others, Set.of(Role.PROVIDER), DAY))).isEmpty();
            assertThat(lines(room, new Reader(coordinator, Set.of(Role.TENANT_COORDINATOR), DAY))).containsExactly(id);
            assertThat(lines(room, new Reader(coordinator, Set.of(Role.PROVIDER), DAY))).isEmpty();
            assertThat(room.consultations.find(id, new Reader(others, Set.of(Role.PROVIDER), DAY))).isEmpty();
            assertThat(room.consultations.find(id, room.reader(Role.PROVIDER))).isPresent();
        });
    }

    @Test
    void a_session_has_one_row_a_learner_and_takes_everybodys_time() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            UUID other = provider(town);
            Learner anna = supported(town, "Anna", me);
            Learner juris = supported(town, "Juris", me);
            town.approved(juris, Semester.of("2020/2021-2"), other, DAY.minusDays(1), TO);
            Room room = new Room(town.entities(), me);
            List<Consultation> rows = room.held("13:00", 40, anna.id(), juris.id());
            assertThat(rows).hasSize(2).extracting(Consultation::sessionId).containsOnly(rows.getFirst().sessionId());
            assertThat(rows).extracting(Consultation::leads).containsExactly(true, false);

            Learner zane = supported(town, "Zane", me);
            refused(ConsultationProblem.PROVIDER_TAKEN, () -> room.held("13:39", 40, zane.id()));
            assertThat(room.held("13:40", 40, zane.id())).hasSize(1);
            Room colleague = new Room(town.entities(), other);
            refused(ConsultationProblem.OUT_OF_PERIOD, () -> colleague.held("08:00", 40, juris.id()));
        });
    }

    @Test
    void who_is_called_off_leaves_the_providers_time_to_the_others_of_the_session() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Learner anna = supported(town, "Anna", me);
            Learner juris = supported(town, "Juris", me);
            Room room = new Room(town.entities(), me);
            List<Consultation> rows = room.write(Room.wish(DAY.plusDays(1), "10:00", 40, false, false), anna.id(),
                    juris.id());
            rows.getFirst().cancel("Slimība");
            room.consultations.handOver(rows.getFirst());
            assertThat(rows).extracting(Consultation::leads).containsExactly(false, true);
            Learner zane = supported(town, "Zane", me);
            refused(ConsultationProblem.PROVIDER_TAKEN,
                    () -> room.write(Room.wish(DAY.plusDays(1), "10:30", 40, false, false), zane.id()));
            // the learner's time is free again, and so is the provider's once nobody is expected
            rows.getLast().cancel("Slimība");
            room.consultations.handOver(rows.getLast());
            assertThat(room.write(Room.wish(DAY.plusDays(1), "10:30", 40, false, false), anna.id())).hasSize(1);
        });
    }

    @Test
    void a_school_that_is_warned_only_lets_one_go_on_knowingly_and_remembers_what_was_known() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Learner anna = supported(town, "Anna", me);
            LocalDate holiday = LocalDate.of(2020, 11, 18);
            Room strict = new Room(town.entities(), me, holiday.atTime(18, 0));
            refused(ConsultationProblem.ON_HOLIDAY,
                    () -> strict.write(Room.wish(holiday, "10:00", 40, true, true), anna.id()));
            Room mild = new Room(town.entities(), me, holiday.atTime(18, 0), Rule.NO_HOLIDAY, Rule.IN_QUANTITY);
            assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> mild.write(Room.wish(holiday, "10:00", 40, true, false), anna.id()))
                .satisfies(warned -> {
                    assertThat(warned.type()).isEqualTo(ConsultationProblem.WARNED);
                    assertThat(warned.fields()).containsOnlyKeys("heldOn", "known");
                });
            Consultation one = mild.write(Room.wish(holiday, "10:00", 40, true, true), anna.id()).getFirst();
            town.entities().refresh(one);
            assertThat(one.known()).containsExactly(Rule.NO_HOLIDAY);
        });
    }

    @Test
    void a_planned_quantity_is_used_up_by_what_is_planned_and_held_and_by_nothing_else() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Learner anna = supported(town, "Anna", me);
            Room room = new Room(town.entities(), me);
            Consultation long1 = room.write(Room.wish(DAY.plusDays(1), "08:00", 400, false, false), anna.id())
                .getFirst();
            refused(ConsultationProblem.OVER_QUANTITY, () -> room.held("14:00", 1, anna.id()));
            long1.cancel("Slimība");
            room.consultations.write();
            assertThat(room.held("14:00", 1, anna.id())).hasSize(1);
        });
    }

    @Test
    void the_list_is_narrowed_by_month_state_and_learner_and_the_day_alone_makes_one_unconfirmed() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Learner anna = supported(town, "Anna", me);
            Learner juris = supported(town, "Juris", me);
            Room room = new Room(town.entities(), me);
            UUID held = room.held("13:00", 40, anna.id()).getFirst().id();
            UUID planned = room.write(Room.wish(LocalDate.of(2020, 11, 3), "10:00", 40, false, false), juris.id())
                .getFirst()
                .id();
            Reader then = room.reader(Role.PROVIDER);
            assertThat(lines(room, then)).containsExactly(planned, held);
            assertThat(narrowed(room, then, new ConsultationFilter(YearMonth.of(2020, 10), null, null)))
                .containsExactly(held);
            assertThat(narrowed(room, then, new ConsultationFilter(null, "PLANNED", null))).containsExactly(planned);
            assertThat(narrowed(room, then, new ConsultationFilter(null, null, anna.id()))).containsExactly(held);
            assertThat(narrowed(room, then, new ConsultationFilter(null, "HELD", null))).containsExactly(held);
            assertThat(narrowed(room, then, new ConsultationFilter(null, "UNCONFIRMED", null))).isEmpty();
            Reader later = new Reader(me, Set.of(Role.PROVIDER), DAY.plusDays(8));
            assertThat(narrowed(room, later, new ConsultationFilter(null, "HELD", null))).isEmpty();
            assertThat(narrowed(room, later, new ConsultationFilter(null, "UNCONFIRMED", null))).containsExactly(held);
            assertThat(room.consultations.page(later, ALL, 1)).extracting(ConsultationLine::state)
                .containsExactly("PLANNED", "UNCONFIRMED");
            assertThat(room.consultations.count(later, ALL)).isEqualTo(2);
        });
    }

    /** More than are read at a time, many of them on one day, and none twice; written down before there were times. */
    @Test
    void a_file_holds_every_consultation_once_in_the_order_of_the_page() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            UUID coordinator = town.staff("visi@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
            UUID provider = provider(town);
            town.entities()
                .createNativeQuery(
                        """
                    insert into consultation (id, learner_id, provider_id, held_on, subject, minutes)
                    select uuidv7(), ?1, ?2, cast(?3 as date) - i / 700, 'Matemātika', 40 from generate_series(0, 1202) i""")
                .setParameter(1, learner.id())
                .setParameter(2, provider)
                .setParameter(3, DAY)
                .executeUpdate();
            Room room = new Room(town.entities(), coordinator);
            Reader reader = room.reader(Role.TENANT_COORDINATOR);
            List<ConsultationLine> all = new ArrayList<>();
            room.consultations.each(reader, ALL, all::add);
            assertThat(all).hasSize(1203).extracting(ConsultationLine::id).doesNotHaveDuplicates();
            assertThat(all.subList(0, Consultations.SHOWN)).isEqualTo(room.consultations.page(reader, ALL, 1));
            assertThat(all.subList(Consultations.SHOWN, 2 * Consultations.SHOWN))
                .isEqualTo(room.consultations.page(reader, ALL, 2));
            assertThat(all.getLast().heldOn()).isEqualTo(DAY.minusDays(1));
            assertThat(all.getFirst().state()).as("nobody was asked to confirm it").isEqualTo("HELD");
        });
    }

    @Test
    void an_order_of_another_school_covers_nothing_here_and_one_in_use_stays() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Learner anna = supported(town, "Anna", me);
            UUID director = town
                .staff("dir@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()))
                .id();
            Room room = new Room(town.entities(), me);
            Paper paper = new Paper("1-9/7", DAY, DAY, DAY.plusDays(9));
            room.orders.add(new DirectorOrder(Ids.next(), town.school("Cita skola").id(), paper, director));
            var remote = new ConsultationDesk.Wish(new Slot(DAY, NOW.toLocalTime().minusHours(1), 40), Mode.REMOTE,
                    true,
                    "Matemātika", false, null);
            refused(ConsultationProblem.NO_ORDER, () -> room.write(remote, anna.id()));
            DirectorOrder order = new DirectorOrder(Ids.next(), town.home().id(), paper, director);
            order.only(Set.of(me), Set.of());
            room.orders.add(order);
            Consultation one = room.write(remote, anna.id()).getFirst();
            assertThat(one.orderId()).isEqualTo(order.id());
            assertThat(one.confirmBy()).isEqualTo(DAY);
            assertThat(room.orders.of(director, Set.of(Role.SCHOOL_DIRECTOR), 10)).extracting(DirectorOrder::id)
                .containsExactly(order.id());
            assertThat(room.orders.schools(director, Set.of(Role.SCHOOL_DIRECTOR))).hasSize(1);
            refused(ConsultationProblem.ORDER_USED, () -> room.orders.remove(order));
        });
    }

    @Test
    void a_code_is_kept_as_a_hash_and_the_next_one_takes_its_place() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Room room = new Room(town.entities(), me);
            UUID held = room.held("14:00", 40, supported(town, "Anna", me).id()).getFirst().id();
            Instant now = NOW.toInstant(ZoneOffset.UTC);
            ConfirmationCodes codes = new ConfirmationCodes(town.entities());
            ConfirmationCode first = codes.of(held);
            String told = first.renew(now.plusSeconds(60));
            codes.put(first);
            town.entities().clear();
            ConfirmationCode kept = codes.take(first.id()).orElseThrow();
            assertThat(kept.accepts(told, now.plusSeconds(59))).isTrue();
            assertThat(kept.expiresAt()).isEqualTo(now.plusSeconds(60));
            assertThat(codes.of(held)).isSameAs(kept);
            assertThat(town.entities()
                .createNativeQuery("select count(*) from consultation_code k where k::text like ?1")
                .setParameter(1, "%" + told + "%")
                .getSingleResult()).isEqualTo(0L);
            assertThat(codes.take(Ids.next())).isEmpty();
        });
    }

    private static List<UUID> lines(Room room, Reader reader) {
        return narrowed(room, reader, ALL);
    }

    private static List<UUID> narrowed(Room room, Reader reader, ConsultationFilter filter) {
        return room.consultations.page(reader, filter, 1).stream().map(ConsultationLine::id).toList();
    }

    static Learner supported(Town town, String name, UUID provider) {
        Learner learner = town.learner(name, "Ozola", "2020/2021", 7);
        town.approved(learner, AUTUMN, provider, FROM, TO);
        return learner;
    }

    static UUID provider(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR")).id();
    }

    private static void refused(ConsultationProblem problem, Runnable act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
            .satisfies(refused -> assertThat(refused.type()).isEqualTo(problem));
    }
}
