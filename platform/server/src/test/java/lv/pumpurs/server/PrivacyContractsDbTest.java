package lv.pumpurs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.privacy.Contracts;
import lv.pumpurs.spi.PersonalData;
import org.junit.jupiter.api.Test;

/** Every table with data of people, of the core and of every plugin, has exactly one who answers for it. */
class PrivacyContractsDbTest {

    /** Tables that tell of people and that nobody has to answer for. */
    private static final Map<String, String> NOBODYS = Map.of(
            "change_log", "the database empties it at the end of each act, by what the act has changed",
            "operator_entry", "names a person of the operator, who belongs to the nation",
            "request_key", "hashes of requests, and for a day only",
            "school", "of an institution", "school_name", "of an institution", "school_participation",
            "of an institution",
            "published_figure", "of an institution", "roster_import", "a file; its rows are answered for",
            "roster_lock", "that an import is being applied",
            "roster_finding", "which column of a row was wrong, in codes");

    @Test
    void every_table_with_data_of_people_is_answered_for_or_has_a_reason_not_to_be() throws SQLException {
        Set<String> tables = new TreeSet<>(PlantedPeople.rows(ofPeople()));
        assertThat(tables).contains("learner", "plan_risk", "contact_addition", "consultation", "read_log",
                "legal_hold");
        tables.removeAll(NOBODYS.keySet());
        assertThat(contracts().tables()).containsAll(tables);
    }

    @Test
    void nobody_answers_for_a_table_that_is_not_there_nor_two_for_one() throws SQLException {
        Set<String> there = new HashSet<>(PlantedPeople.tables());
        List<String> answered = contracts().all().stream().map(PersonalData::tables).flatMap(Set::stream).toList();
        assertThat(answered).doesNotHaveDuplicates().allMatch(there::contains);
    }

    /** A plugin without a contract is named; the platform does not offer it. */
    @Test
    void no_plugin_of_this_build_lacks_a_contract_and_one_that_did_would_be_named() {
        assertThat(contracts().withoutContract()).isEmpty();
        List<PersonalData> ofTheCore = contracts().all()
            .stream()
            .filter(one -> one.getClass().getPackageName().startsWith("lv.pumpurs.core"))
            .toList();
        assertThat(new Contracts(ofTheCore).withoutContract()).containsExactly("consultations");
    }

    /** With a learner, a name, an address or somebody's key in it, or with rows that belong to such a row. */
    private static String ofPeople() {
        return """
            with recursive people as (
              select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
              where c.relnamespace = '%1$s'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
               and a.attname ~ '(learner|guardian|staff|person|recipient|author|proposer|actor)(_id)?$|given_name|family_name|person_name|email'
              union
              select r.of_table from people p join pg_constraint f on f.confrelid = ('%1$s.' || p.name)::regclass and f.contype = 'f'
              join pg_class c on c.oid = f.conrelid join %1$s.row_of_another r on r.of_table = c.relname)
            select name from people""".formatted(TwoTenants.ALFA);
    }

    private static Contracts contracts() {
        return TwoTenants.database()
            .entityManagers()
            .inTransaction(TwoTenants.ALFA, null, em -> new Contracts(PersonalTables.on(em)));
    }
}
