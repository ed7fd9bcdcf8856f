package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who do the same with sheets at the same moment: it is done once, and the other one is told. */
class SheetsAtOnceDbTest {

    private Made made;

    @BeforeEach
    void a_month_that_is_confirmed() {
        Town.publishCatalogues();
        made = in(Made::in);
    }

    @AfterEach
    void and_nothing_of_it_stays_for_other_tests() {
        in(made::forget);
    }

    @Test
    void a_month_that_is_handed_in_twice_at_once_is_handed_in_once() throws Exception {
        CyclicBarrier looked = new CyclicBarrier(2);
        assertThat(together(() -> in(em -> {
            Office office = new Office(em, made.provider(), Role.PROVIDER);
            assertThat(office.decisions.month(Office.OCTOBER).toHandIn()).hasSize(1);
            await(looked);
            office.decisions.handIn(Office.OCTOBER, false);
            return "";
        }))).containsExactlyInAnyOrder("", ConsultationProblem.SHEET_TWICE.code());
        List<SheetHead> left = in(em -> new Office(em, made.provider(), Role.PROVIDER).read());
        assertThat(left).hasSize(1);
    }

    @Test
    void of_two_who_verify_the_same_sheet_at_once_one_is_told_that_it_has_changed() throws Exception {
        in(em -> {
            new Office(em, made.provider(), Role.PROVIDER).decisions.handIn(Office.OCTOBER, false);
            return true;
        });
        CyclicBarrier looked = new CyclicBarrier(2);
        assertThat(together(() -> in(em -> {
            Office office = new Office(em, made.coordinator(), Role.SCHOOL_COORDINATOR);
            List<SheetHead> read = office.read();
            em.clear();
            await(looked);
            return office.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, read).getFirst();
        }))).containsExactlyInAnyOrder("", ConsultationProblem.CHANGED.code());
    }

    @Test
    void of_two_who_make_the_first_code_of_a_consultation_at_once_one_is_told_that_something_has_changed()
            throws Exception {
        UUID one = in(em -> {
            return new Room(em, made.provider()).held("08:00", 40, made.learner()).getFirst().id();
        });
        CyclicBarrier looked = new CyclicBarrier(2);
        assertThat(together(() -> {
            try {
                return in(em -> {
                    ConfirmationCodes codes = new ConfirmationCodes(em);
                    ConfirmationCode code = codes.of(one);
                    code.renew(Instant.now());
                    await(looked);
                    codes.put(code);
                    return "";
                });
            } catch (OptimisticLockException changed) {
                return "changed";
            }
        })).containsExactlyInAnyOrder("", "changed");
    }

    @Test
    void of_a_returned_sheet_that_is_just_handed_in_again_nothing_is_taken_back() throws Exception {
        UUID taken = in(em -> {
            UUID second = SheetsDbTest.confirm(new Room(em, made.provider()).held("08:00", 40, made.learner()))
                .getFirst()
                .id();
            new Office(em, made.provider(), Role.PROVIDER).decisions.handIn(Office.OCTOBER, false);
            Office school = new Office(em, made.coordinator(), Role.SCHOOL_COORDINATOR);
            school.decisions.giveBack(school.decisions.toReturn(school.read().getFirst().id()), "Trūkst paraksta");
            return second;
        });
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<Boolean> again = pool.submit(() -> in(em -> {
                try {
                    read.await();
                    new Office(em, made.provider(), Role.PROVIDER).decisions.handIn(Office.OCTOBER, false);
                    written.countDown();
                    TwoAtOnceDbTest.untilSomebodyWaits();
                    return true;
                } catch (InterruptedException | SQLException e) {
                    throw new IllegalStateException(e);
                } finally {
                    written.countDown();
                }
            }));
            Future<String> back = pool.submit(() -> in(em -> {
                Office office = new Office(em, made.provider(), Role.PROVIDER);
                List<Consultation> one = List.of(em.find(Consultation.class, taken));
                assertThat(one.getFirst().state(Room.DAY).code()).isEqualTo("RETURNED");
                read.countDown();
                try {
                    written.await();
                    office.file.release(one, held -> held.cancel("Nenotika"));
                    return "";
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                } catch (Refused refused) {
                    return refused.type().code();
                }
            }));
            assertThat(again.get()).isTrue();
            assertThat(back.get()).isEqualTo(ConsultationProblem.WRONG_STATE.code());
        }
    }

    @Test
    void whoever_pays_by_the_sums_from_before_one_was_disallowed_is_told_that_the_sheet_has_changed() {
        in(em -> {
            new Office(em, made.provider(), Role.PROVIDER).decisions.handIn(Office.OCTOBER, false);
            Office school = new Office(em, made.coordinator(), Role.SCHOOL_COORDINATOR);
            return school.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, school.read());
        });
        in(em -> all(em).decide(SheetAct.ACCEPT, ConsultationsPlugin.ACCEPT, all(em).read()));
        List<SheetHead> read = in(em -> all(em).read());
        in(em -> {
            all(em).file.disallow(all(em).sheets.on(read.getFirst().id()).getFirst(), "Nenotika");
            return true;
        });
        List<String> paid = in(em -> all(em).decide(SheetAct.PAY, ConsultationsPlugin.ACCEPT, read));
        assertThat(paid).containsExactly(ConsultationProblem.CHANGED.code());
    }

    private Office all(EntityManager em) {
        return new Office(em, made.municipality(), Role.TENANT_COORDINATOR);
    }

    private static List<String> together(Callable<String> act) throws Exception {
        Callable<String> told = () -> {
            try {
                return act.call();
            } catch (Refused refused) {
                return refused.type().code();
            }
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            return pool.invokeAll(List.of(told, told)).stream().map(SheetsAtOnceDbTest::got).toList();
        }
    }

    private static void await(CyclicBarrier others) {
        try {
            others.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String got(Future<String> one) {
        try {
            return one.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T in(Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(TwoTenants.BETA, null, work);
    }

    /** What is really there, for two connections to see. */
    private record Made(UUID provider, UUID coordinator, UUID municipality, UUID learner) {

        static Made in(EntityManager em) {
            Town town = Town.kept(em);
            UUID provider = ConsultationsDbTest.provider(town);
            UUID coordinator = town
                .staff("reizē@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.home().id()))
                .id();
            UUID municipality = town.staff("visi@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
            UUID anna = ConsultationsDbTest.supported(town, "Anna", provider).id();
            town.entities();
            SheetsDbTest.confirm(new Room(em, provider).held("14:00", 40, anna));
            return new Made(provider, coordinator, municipality, anna);
        }

        boolean forget(EntityManager em) {
            for (String table : List.of("consultation_code", "consultation", "consultation_sheet",
                    "planned_measure_risk",
                    "planned_measure", "plan_risk", "plan_approval", "support_plan", "enrolment", "learner",
                    "staff_role", "staff")) {
                em.createNativeQuery("delete from " + table).executeUpdate();
            }
            em.createNativeQuery("delete from school where name = 'Mazpilsētas vidusskola'").executeUpdate();
            return true;
        }
    }
}
