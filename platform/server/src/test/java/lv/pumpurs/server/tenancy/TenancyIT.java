package lv.pumpurs.server.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.inject.Inject;
import java.io.File;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inside Open Liberty, with its transactions and a pool of two connections. */
@ExtendWith(ArquillianExtension.class)
class TenancyIT {

    private static final String ALFA = "t_alfa pg_catalog,t_alfa";
    private static final String BETA = "t_beta pg_catalog,t_beta";

    /** The login itself: no schema is named like it, so none but the catalogue is searched. */
    private static final String UNBOUND = "pumpurs_app pg_catalog";

    @Inject
    private TenancyProbe probe;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("war")))
            .addClasses(TenancyProbe.class, Transactions.class);
    }

    @Test
    void tenants_in_turn_over_the_same_connections_each_see_their_own_schema() throws Exception {
        assertEquals(List.of(ALFA, BETA, ALFA, BETA, ALFA, BETA), probe.alternating(6));
    }

    @Test
    void eight_threads_over_a_pool_of_two_never_see_the_other_tenant() throws Exception {
        assertEquals(0, probe.strayed(8, 50));
    }

    @Test
    void without_a_tenant_nothing_is_read() {
        assertEquals("42501", probe.withoutTenant());
    }

    @Test
    void without_a_transaction_nothing_is_read() {
        assertEquals("25P01", probe.withoutTransaction());
    }

    @Test
    void a_tenant_that_changes_within_a_transaction_is_refused() {
        assertEquals("25001", probe.tenantChanged());
    }

    @Test
    void a_transaction_of_its_own_may_belong_to_another_tenant_and_the_outer_one_goes_on() throws Exception {
        assertEquals(List.of(ALFA, BETA, ALFA), probe.nested());
    }

    @Test
    void nothing_is_left_on_the_connection_after_a_failure_or_a_success() throws Exception {
        assertEquals(List.of(UNBOUND, UNBOUND), probe.leftOnTheConnection());
    }

    @ParameterizedTest
    @ValueSource(strings = {"select id from t_beta.consultation",
            "select id from consultation union select id from t_beta.consultation",
            "select 1; set local role t_beta; select id from t_beta.consultation", "select 1; reset role",
            "select 1; commit", "set local role t_beta", "select set_config('role', 't_beta', true)",
            "select query_to_xml('select 1', true, true, '')", "do $$ begin set role t_beta; end $$",
            "declare c cursor with hold for select 1", "listen x", "select id into stolen from consultation",
            "create table stolen (id int)", "delete from change_log"})
    void an_injected_statement_is_refused(String sql) {
        String state = probe.injected(sql);
        assertEquals(true, List.of("42501", "42601").contains(state), sql + " gave " + state);
    }

    @Test
    void a_semicolon_inside_a_literal_is_no_second_statement() {
        assertNull(probe.injected("select 'a;b' || $$;$$"));
    }
}
