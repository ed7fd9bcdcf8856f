package lv.pumpurs.consultations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import lv.pumpurs.consultations.ConsultationDesk.Wish;
import lv.pumpurs.consultations.DirectorOrder.Paper;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

/** Two who take the same time at the same moment: both have looked and found it free, and one of them gets it. */
class TwoAtOnceDbTest {

    @Test
    void of_two_who_take_a_providers_time_at_once_one_gets_it_and_the_other_is_told_why_not() throws Exception {
        assertThat(together(true)).containsExactlyInAnyOrder("written", ConsultationProblem.PROVIDER_TAKEN.code());
    }

    @Test
    void of_two_providers_who_take_a_learners_time_at_once_one_gets_it_and_the_other_is_told_why_not()
            throws Exception {
        assertThat(together(false)).containsExactlyInAnyOrder("written", ConsultationProblem.LEARNER_TAKEN.code());
    }

    /** One lesson is left of the measure: whoever comes second waits for the first and counts the lesson that was taken. */
    @Test
    void of_two_who_take_what_is_left_of_a_measure_at_once_the_second_is_told_that_nothing_is() throws Exception {
        Town.publishCatalogues();
        Made made = in(em -> Made.in(em, true));
        CountDownLatch written = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            in(em -> em.createNativeQuery("update planned_measure set planned_quantity = 1").executeUpdate());
            Future<String> first = pool.submit(() -> in(em -> {
                try {
                    new Room(em, made.providers().getFirst()).held("13:00", 40, made.learners().getFirst());
                    written.countDown();
                    untilSomebodyWaits();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                } finally {
                    written.countDown();
                }
                return "written";
            }));
            Future<String> second = pool.submit(() -> {
                written.await();
                try {
                    return in(em -> {
                        new Room(em, made.providers().getFirst()).held("14:00", 40, made.learners().getFirst());
                        return "written";
                    });
                } catch (Refused refused) {
                    return refused.type().code();
                }
            });
            assertThat(got(second)).isEqualTo(ConsultationProblem.OVER_QUANTITY.code());
            assertThat(got(first)).isEqualTo("written");
        } finally {
            in(made::forget);
        }
    }

    /** Whoever comes second is told: here the one who takes the order away, and below the one who consults under it. */
    @Test
    void an_order_under_which_somebody_consults_at_the_same_moment_stays() throws Exception {
        Town.publishCatalogues();
        Made made = in(em -> Made.in(em, true));
        UUID order = in(made::order);
        CountDownLatch written = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<String> first = pool.submit(() -> in(em -> {
                try {
                    new Room(em, made.providers().getFirst()).write(remote(), made.learners().getFirst());
                    written.countDown();
                    untilSomebodyWaits();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                } finally {
                    written.countDown();
                }
                return "written";
            }));
            Future<String> second = pool.submit(() -> {
                written.await();
                try {
                    return in(em -> {
                        new DirectorOrders(em).remove(em.find(DirectorOrder.class, order));
                        return "removed";
                    });
                } catch (Refused refused) {
                    return refused.type().code();
                }
            });
            assertThat(got(second)).isEqualTo(ConsultationProblem.ORDER_USED.code());
            assertThat(got(first)).isEqualTo("written");
        } finally {
            in(made::forget);
        }
    }

    @Test
    void under_an_order_that_was_just_taken_away_nobody_consults() {
        Town.publishCatalogues();
        Made made = in(em -> Made.in(em, true));
        UUID order = in(made::order);
        try {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> in(em -> {
                Room room = new Room(em, made.providers().getFirst());
                List<Consultation> rows = room.desk
                    .prepare(List.of(room.desk.of(made.learners().getFirst()).getFirst()), remote());
                in(other -> other.createNativeQuery("delete from consultation_order where id = ?1")
                    .setParameter(1, order)
                    .executeUpdate());
                room.consultations.add(rows);
                return rows;
            })).satisfies(no -> assertThat(no.type()).isEqualTo(ConsultationProblem.NO_ORDER));
        } finally {
            in(made::forget);
        }
    }

    private static Wish remote() {
        return new Wish(new Slot(Room.DAY, LocalTime.of(13, 0), 40), Mode.REMOTE, true, "Matemātika", false, null);
    }

    /** Returns when somebody waits for somebody, and gives up after as long as a test may last. */
    static void untilSomebodyWaits() throws SQLException {
        Instant patience = Instant.now().plusSeconds(20);
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                PreparedStatement waiting = connection.prepareStatement(
                        "select count(*) from pg_locks where locktype = 'transactionid' and not granted")) {
            while (Instant.now().isBefore(patience)) {
                try (ResultSet count = waiting.executeQuery()) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        return;
                    }
                }
            }
        }
    }

    private static List<String> together(boolean oneProvider) throws Exception {
        Town.publishCatalogues();
        Made made = in(em -> Made.in(em, oneProvider));
        CyclicBarrier looked = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> both = Stream.of(0, 1)
                .map(who -> (Callable<String>) () -> written(made, who, looked))
                .toList();
            return pool.invokeAll(both).stream().map(TwoAtOnceDbTest::got).toList();
        } finally {
            in(made::forget);
        }
    }

    private static String written(Made made, int who, CyclicBarrier looked) {
        try {
            return in(em -> {
                Room room = new Room(em, made.providers().get(who));
                List<Consultation> rows = room.desk.prepare(List.of(room.desk.of(made.learners().get(who)).getFirst()),
                        Room.wish(Room.DAY, "14:00", 40, true, false));
                try {
                    looked.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                room.consultations.add(rows);
                return "written";
            });
        } catch (Refused refused) {
            return refused.type().code();
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

    /** What is really there, for two connections to see: two learners of one provider, or one learner of two. */
    private record Made(List<UUID> providers, List<UUID> learners) {

        static Made in(EntityManager em, boolean oneProvider) {
            Town town = Town.kept(em);
            UUID one = ConsultationsDbTest.provider(town);
            UUID other = oneProvider ? one : ConsultationsDbTest.provider(town);
            var anna = ConsultationsDbTest.supported(town, "Anna", one);
            var second = oneProvider ? ConsultationsDbTest.supported(town, "Juris", one) : anna;
            if (!oneProvider) {
                town.entities();
                em.createNativeQuery("insert into planned_measure (id, plan_id, kind, provider_id, subject,"
                        + " planned_quantity, delivered_quantity, starts_on, ends_on) select uuidv7(), m.plan_id, m.kind, ?1,"
                        + " 'Fizika', 10, 0, m.starts_on, m.ends_on from planned_measure m where m.provider_id = ?2")
                    .setParameter(1, other)
                    .setParameter(2, one)
                    .executeUpdate();
            }
            town.entities();
            return new Made(List.of(one, other), List.of(anna.id(), second.id()));
        }

        /** For all of the school, on the day. */
        UUID order(EntityManager em) {
            UUID school = em
                .createQuery("select p.schoolId from LearnerPlan p where p.learnerId = :learner", UUID.class)
                .setParameter("learner", learners.getFirst())
                .getSingleResult();
            DirectorOrder order = new DirectorOrder(Ids.next(), school, new Paper("1", Room.DAY, Room.DAY, Room.DAY),
                    providers.getFirst());
            new DirectorOrders(em).add(order);
            return order.id();
        }

        boolean forget(EntityManager em) {
            for (String table : List.of("consultation", "consultation_order", "planned_measure_risk", "planned_measure",
                    "plan_risk",
                    "plan_approval", "support_plan", "enrolment", "learner", "staff_role", "staff")) {
                em.createNativeQuery("delete from " + table).executeUpdate();
            }
            em.createNativeQuery("delete from school where name = 'Mazpilsētas vidusskola'").executeUpdate();
            return true;
        }
    }
}
