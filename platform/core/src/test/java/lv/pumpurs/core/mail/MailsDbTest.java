package lv.pumpurs.core.mail;

import static lv.pumpurs.core.fixture.TwoTenants.ALFA;
import static lv.pumpurs.core.fixture.TwoTenants.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail on its way out: never twice, never lost in silence, and each tenant's own. */
class MailsDbTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final UUID MOTHER = Ids.next();

    private final List<String> carried = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void somebody_with_an_address() throws SQLException {
        sql("insert into t_alfa.guardian values ('%s', '%s@x.test', 'Māra', 'Māte')".formatted(MOTHER, MOTHER));
    }

    @AfterEach
    void nothing_stays() throws SQLException {
        sql("delete from t_alfa.mail; delete from t_beta.mail; delete from t_alfa.guardian where id = '" + MOTHER
                + "'");
    }

    @Test
    void a_mail_goes_out_once_to_the_address_the_person_has_now() throws SQLException {
        UUID id = queue(ALFA, MOTHER);
        sql("update t_alfa.guardian set email = 'new-" + MOTHER + "@x.test' where id = '" + MOTHER + "'");
        assertThat(deliver(ALFA, Fate.SENT, NOW)).isOne();
        assertThat(deliver(ALFA, Fate.SENT, NOW.plus(Duration.ofDays(9)))).isZero();
        assertThat(carried).containsExactly("new-" + MOTHER + "@x.test");
        assertThat(state(id)).isEqualTo("SENT null 1");
    }

    @Test
    void one_who_undoes_what_is_told_of_undoes_the_mail() {
        try {
            in(ALFA, em -> {
                new Mails(em).queue(MailKind.MESSAGE, MOTHER, "Skola", DAY, NOW);
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException undone) {
            assertThat(undone).hasMessage("undone");
        }
        assertThat(deliver(ALFA, Fate.SENT, NOW)).isZero();
    }

    @Test
    void what_did_not_go_out_waits_longer_each_time_and_is_given_up_with_the_last_reason() throws SQLException {
        UUID id = queue(ALFA, MOTHER);
        Instant at = NOW;
        for (int attempt = 1; attempt <= 6; attempt++) {
            assertThat(deliver(ALFA, Fate.UNREACHABLE, at)).as("attempt %d", attempt).isOne();
            assertThat(state(id)).isEqualTo("QUEUED UNREACHABLE " + attempt);
            Instant again = at.plus(Patience.after(attempt).orElseThrow());
            assertThat(deliver(ALFA, Fate.SENT, again.minusMillis(1))).isZero();
            at = again;
        }
        assertThat(deliver(ALFA, Fate.UNREACHABLE, at)).isOne();
        assertThat(state(id)).isEqualTo("FAILED UNREACHABLE 7");
        assertThat(deliver(ALFA, Fate.SENT, at.plus(Duration.ofDays(99)))).isZero();
    }

    @Test
    void what_may_have_gone_out_is_never_tried_again() throws SQLException {
        UUID id = queue(ALFA, MOTHER);
        deliver(ALFA, Fate.UNCERTAIN, NOW);
        assertThat(state(id)).isEqualTo("FAILED UNCERTAIN 1");
        assertThat(deliver(ALFA, Fate.SENT, NOW.plus(Duration.ofDays(9)))).isZero();
    }

    @Test
    void somebody_without_an_address_gets_nothing_and_that_is_noted() throws SQLException {
        UUID id = queue(ALFA, Ids.next());
        deliver(ALFA, Fate.SENT, NOW);
        assertThat(carried).isEmpty();
        assertThat(state(id)).isEqualTo("FAILED NO_ADDRESS 1");
    }

    /** A server that dies with a mail in hand: whoever comes later cannot know whether it went out. */
    @Test
    void a_mail_that_a_dead_server_had_in_hand_is_given_up_and_not_sent_again() throws SQLException {
        UUID id = queue(ALFA, MOTHER);
        Optional<Mail> inHand = in(ALFA, em -> new Mails(em).claim(NOW));
        assertThat(inHand).isPresent();
        assertThat(deliver(ALFA, Fate.SENT, NOW.plus(Mails.TOO_LONG))).isZero();
        assertThat(state(id)).startsWith("SENDING");
        assertThat(deliver(ALFA, Fate.SENT, NOW.plus(Mails.TOO_LONG).plusMillis(1))).isZero();
        assertThat(state(id)).isEqualTo("FAILED INTERRUPTED 1");
        in(ALFA, em -> {
            new Mails(em).settle(inHand.orElseThrow(), Fate.SENT, NOW);
            return true;
        });
        assertThat(state(id)).isEqualTo("FAILED INTERRUPTED 1");
    }

    @Test
    void two_servers_at_once_send_each_mail_once() throws Exception {
        for (int i = 0; i < 40; i++) {
            queue(ALFA, MOTHER);
        }
        CountDownLatch together = new CountDownLatch(4);
        List<Future<Integer>> servers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                servers.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return deliver(ALFA, Fate.SENT, NOW);
                }));
            }
        }
        int attempts = 0;
        for (Future<Integer> server : servers) {
            attempts += server.get();
        }
        assertThat(attempts).isEqualTo(40);
        assertThat(carried).hasSize(40);
        assertThat(one("select string_agg(distinct state || attempts, ',') from t_alfa.mail")).isEqualTo("SENT1");
    }

    /** While one has a row in hand and has not said so yet, another takes the next. */
    @Test
    void a_row_that_somebody_holds_is_passed_over() {
        queue(ALFA, MOTHER);
        UUID second = queue(ALFA, MOTHER);
        in(ALFA, held -> {
            assertThat(new Mails(held).claim(NOW)).isPresent();
            Optional<Mail> other = in(ALFA, em -> new Mails(em).claim(NOW));
            assertThat(other).map(Mail::id).contains(second);
            return true;
        });
    }

    @Test
    void each_tenant_sends_its_own() {
        queue(BETA, MOTHER);
        assertThat(deliver(ALFA, Fate.SENT, NOW)).isZero();
        assertThat(deliver(BETA, Fate.SENT, NOW)).isOne();
        assertThat(carried).as("in beta nobody knows the mother").isEmpty();
    }

    @Test
    void a_person_gets_one_digest_a_day_whoever_writes_it() throws SQLException {
        for (int i = 0; i < 2; i++) {
            in(ALFA, em -> new Mails(em).queue(MailKind.DIGEST, MOTHER, "DECIDE=1", DAY, NOW));
        }
        in(ALFA, em -> new Mails(em).queue(MailKind.DIGEST, MOTHER, "DECIDE=1", DAY.plusDays(1), NOW));
        assertThat(one("select count(*)::text from t_alfa.mail")).isEqualTo("2");
    }

    private int deliver(SchemaName tenant, Fate fate, Instant now) {
        return TenantScope.in(tenant, null, () -> new Delivery(new Steps(tenant),
                mail -> new Letter(mail.id(), String.valueOf(mail.address()), "", ""), letter -> {
                    carried.add(letter.address());
                    return fate;
                }, InstantSource.fixed(now))
            .all());
    }

    private static UUID queue(SchemaName tenant, UUID person) {
        return in(tenant, em -> new Mails(em).queue(MailKind.MESSAGE, person, "Skola", DAY, NOW));
    }

    /** The same transactions without a container. */
    private static final class Steps extends MailSteps {

        private final SchemaName tenant;

        @SuppressWarnings("NullAway") // each transaction has mails of its own
        Steps(SchemaName tenant) {
            super(null);
            this.tenant = tenant;
        }

        @Override
        Optional<Mail> claim(Instant now) {
            return in(tenant, em -> new Mails(em).claim(now));
        }

        @Override
        void giveUpInterrupted(Instant now) {
            in(tenant, em -> {
                new Mails(em).giveUpInterrupted(now);
                return true;
            });
        }

        @Override
        void settle(Mail mail, Fate fate, Instant now) {
            in(tenant, em -> {
                new Mails(em).settle(mail, fate, now);
                return true;
            });
        }
    }

    private static <T> T in(SchemaName tenant, Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(tenant, null, work);
    }

    private static String state(UUID id) throws SQLException {
        return one("select state || ' ' || coalesce(reason, 'null') || ' ' || attempts from t_alfa.mail where id = '"
                + id + "'");
    }

    private static String one(String query) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void sql(String statements) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
