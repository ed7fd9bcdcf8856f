package lv.pumpurs.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lv.pumpurs.core.figures.Measure;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.tenancy.SchemaName;

/** Learners of whom there is something in every table, with one word in all that somebody can have typed. */
final class PlantedPeople {

    static final SchemaName HERE = TwoTenants.ALFA;

    /** Who is forgotten. */
    static final int ONE = 1;
    /** Who is not; one guardian stands for both. */
    static final int OTHER = 2;
    /** Whoever does it. */
    static final UUID ADMINISTRATOR = key(0x02, 3);

    private PlantedPeople() {}

    static String mark(int person) {
        return person == ONE ? "Zzmarķējums" : "Qqotrais";
    }

    static UUID key(int kind, int number) {
        return UUID.fromString("0190f0f0-%04x-7000-8000-%012x".formatted(kind, number));
    }

    static UUID learner(int person) {
        return key(0x10, person);
    }

    /** A guardian: the own one of a person, or the one of both. */
    static UUID guardian(int person) {
        return key(0x03, person);
    }

    static final int SHARED = 9;

    static void plant() throws SQLException {
        Town.publishCatalogues();
        run("""
                insert into school values ('%1$s', null, 'Zzskola', 'VIDUSSKOLA', null);
                insert into staff values ('%2$s', 'autore@privats.test', 'Aina', 'Autore'),
                 ('%3$s', 'sniedzeja@privats.test', 'Sanita', 'Sniedzēja'), ('%4$s', 'admin@privats.test', 'Ada', 'Administratore');
                insert into guardian values ('%5$s', 'abu@privats.test', 'Abu', 'Pārstāve')""".formatted(key(0x01, 1),
                key(0x02, 1), key(0x02, 2), ADMINISTRATOR, guardian(SHARED)));
        int number = 0;
        for (Measure measure : Measure.values()) {
            run("""
                    insert into published_figure (id, code, measure, semester_from, semester_to, unit, value, source)
                    values ('%s', 'PRIV', '%s', '2020/2021-1', '2020/2021-2', 'x', '%s', 'x')""".formatted(
                    key(0x40, ++number), measure.name(),
                    measure == Measure.GRADES_FROM_TO ? "1-9" : "0"));
        }
        for (int person : List.of(ONE, OTHER)) {
            people(person);
            plans(person);
            talk(person);
            files(person);
            logs(person);
        }
    }

    private static void people(int person) throws SQLException {
        run("""
                begin;
                insert into learner (id, given_name, family_name, search_name, email, latest_enrolment_id, birth_date,
                  personal_code, personal_code_index, version)
                 values ('%1$s', '%2$s', '%2$s', lower('%2$s'), lower('%2$s') || '@privats.test', '%3$s', '2005-05-05',
                  '\\x01', decode(md5('%2$s'), 'hex'), 1);
                insert into learner (id, given_name, family_name, search_name, merged_into, version)
                 values ('%4$s', '%2$s', '%2$s', lower('%2$s'), '%1$s', 1);
                insert into enrolment values ('%3$s', '%1$s', '%5$s', '2020/2021', '%2$s', 9, false, 'GRADUATED',
                  '2020-09-01', '2021-06-10');
                insert into guardian values ('%6$s', lower('%2$s') || '@mates.test', '%2$s', '%2$s');
                insert into guardianship values ('%7$s', '%6$s', '%1$s', 'PARENT', '2020-01-01', null),
                 ('%8$s', '%9$s', '%1$s', 'PARENT', '2020-01-01', null);
                insert into former_personal_code values ('%10$s', '%4$s', '\\x02', decode(md5('%2$s!'), 'hex'), '2020-01-01');
                insert into invitation values ('%6$s', 'MEMBER', now());
                commit""".formatted(learner(person), mark(person), key(0x11, person), key(0x12, person), key(0x01, 1),
                guardian(person), key(0x13, person), key(0x14, person), guardian(SHARED), key(0x15, person)));
        // of the same key as the tables' own rows, so that a file can show them
        var vault = PersonalTables.keys();
        var code = PersonalCode.neverIssued(LocalDate.of(2005, 5, person), 800 + person);
        try (Connection connection = connection();
                PreparedStatement update = connection
                    .prepareStatement("update learner set personal_code = ?, personal_code_index = ? where id = ?");
                PreparedStatement former = connection
                    .prepareStatement("update former_personal_code set personal_code = ? where id = ?")) {
            update.setBytes(1, vault.encrypt(code, HERE, learner(person)));
            update.setBytes(2, vault.index(code, HERE));
            update.setObject(3, learner(person));
            update.executeUpdate();
            former.setBytes(1, vault.encrypt(code, HERE, key(0x15, person)));
            former.setObject(2, key(0x15, person));
            former.executeUpdate();
        }
    }

    private static void plans(int person) throws SQLException {
        run("""
                begin;
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state, applied_on,
                  applied_by, approved_on, active_from, active_to, evaluated_on, closed_on, result, reason, strengths,
                  learner_voice, version)
                 values ('%1$s', 'PRV-2020-1-%2$s', '%3$s', '%4$s', '2020/2021-1', 'PUMPURS', '%5$s', 'CLOSED', '2020-09-01',
                  'GUARDIAN', '2020-09-10', '2020-09-10', '2020-12-18', '2020-12-20', '2020-12-21', 'REDUCED', '%2$s', '%2$s',
                  '%2$s', 1);
                insert into plan_risk values ('%7$s', '%1$s', 'STUDY_CONTENT_DIFFICULTY', 'HIGH', '%2$s', 'REDUCED', '%2$s');
                insert into planned_measure values ('%8$s', '%1$s', 'CONS_SUBJECT_TEACHER', '%6$s', '%2$s', 10, 8,
                  '2020-09-10', '2020-12-18', '%2$s');
                insert into planned_measure_risk values ('%9$s', '%8$s', 'STUDY_CONTENT_DIFFICULTY');
                insert into plan_amendment values ('%10$s', '%1$s', 2, '%5$s', 'ADOPTED', '2020-10-01', '2020-10-05', '%2$s',
                  '{"strengths":"%2$s","risks":[{"risk":"STUDY_CONTENT_DIFFICULTY","severity":"HIGH","note":"%2$s"}],"measures":[]}',
                  '{"voice":"%2$s","risks":[],"measures":[{"kind":"CONS_SUBJECT_TEACHER","subject":"%2$s","quantity":1,"startsOn":"2020-09-10","endsOn":"2020-12-18","risks":[]}]}');
                insert into plan_approval (id, plan_id, step, role, person_id, decision, decided_on, remark)
                 values ('%11$s', '%1$s', 1, 'SCHOOL_DIRECTOR', '%5$s', 'APPROVED', '2020-09-10', '%2$s');
                insert into plan_suspension values ('%12$s', '%1$s', '%5$s', '2020-11-01', '2020-11-10', '%2$s');
                insert into plan_writer values ('%13$s', '%1$s', '%6$s');
                insert into plan_proposal (id, learner_id, school_id, proposer_id, proposed_on, risks, note, stage,
                  answered_by, answered_on, reason)
                 values ('%14$s', '%3$s', '%4$s', '%6$s', '2020-08-20', '{STUDY_CONTENT_DIFFICULTY}', '%2$s', 'DECLINED',
                  '%5$s', '2020-08-25', '%2$s');
                delete from plan_writer where id = '%13$s';
                insert into plan_risk values ('%15$s', '%1$s', 'NO_STUDY_SKILLS', 'LOW', '%2$s');
                delete from plan_risk where id = '%15$s';
                insert into plan_writer values ('%13$s', '%1$s', '%6$s');
                commit""".formatted(key(0x20, person), mark(person), learner(person), key(0x01, 1), key(0x02, 1),
                key(0x02, 2), key(0x21, person), key(0x22, person), key(0x23, person), key(0x24, person),
                key(0x25, person), key(0x26, person), key(0x27, person), key(0x28, person), key(0x29, person))
            .replace("NO_STUDY_SKILLS", anotherRisk()));
    }

    private static String anotherRisk() throws SQLException {
        return rows("select min(code) from risk where code <> 'STUDY_CONTENT_DIFFICULTY'").getFirst();
    }

    private static void talk(int person) throws SQLException {
        run("""
                begin;
                insert into guardian_contact (id, learner_id, plan_id, author_id, held_on, way, guardian_id, topic, outcome,
                  recorded_at, version) values ('%1$s', '%2$s', '%3$s', '%4$s', '2020-10-01', 'CALL', '%5$s', '%6$s', '%6$s',
                  '2020-10-01', 1);
                insert into guardian_contact (id, learner_id, author_id, held_on, way, other_person, topic, recorded_at, version)
                 values ('%7$s', '%2$s', '%4$s', '2020-10-02', 'CALL', '%6$s', '%6$s', '2020-10-01', 1);
                insert into contact_addition values ('%8$s', '%1$s', '%4$s', '%6$s', '2020-10-02');
                insert into mail (id, kind, person_id, day, facts, state, due_at, changed_at)
                 values ('%9$s', 'MESSAGE', '%5$s', '2020-10-01', '%6$s', 'SENT', '2020-10-01', '2020-10-01');
                insert into guardian_message values ('%10$s', '%2$s', '%4$s', '%5$s', '%6$s', '%6$s', '2020-10-01', null,
                  '%9$s'), ('%11$s', '%2$s', '%4$s', '%12$s', '%6$s', '%6$s', '2020-10-01', null, null);
                insert into consultation values ('%13$s', '%2$s', '%14$s', '2020-10-03', '%6$s', 40);
                update consultation set school_id = '%18$s', plan_id = '%3$s', measure_id = '%19$s', quantity = 1,
                  starts_at = '10:00', state = 'CANCELLED', reason = '%6$s' where id = '%13$s';
                insert into consultation_code (id, consultation_id, hash, expires_at) values ('%17$s', '%13$s', '%6$s', now());
                insert into consultation_sheet (id, provider_id, school_id, learner_id, plan_id, month, number,
                  lesson_minutes, stage, submitted_on, returned_by, returned_on, reason)
                 values ('%20$s', '%14$s', '%18$s', '%2$s', '%3$s', '2020-10-01', 1, 40, 'RETURNED', '2020-11-01', '%14$s',
                 '2020-11-02', '%6$s');
                insert into consultation_feed (id, person_id, hash, made_at) values
                 ('%21$s', '%2$s', encode(sha256(convert_to('%6$s', 'UTF8')), 'hex'), '2020-10-01'),
                 ('%22$s', '%5$s', encode(sha256(convert_to('g%6$s', 'UTF8')), 'hex'), '2020-10-01');
                insert into legal_hold values ('%15$s', '%2$s', '%6$s tiesvedība', '%16$s', '2021-01-01', '%16$s', '2021-02-01');
                commit""".formatted(key(0x30, person), learner(person), key(0x20, person), key(0x02, 1),
                guardian(person), mark(person), key(0x31, person), key(0x32, person), key(0x33, person),
                key(0x34, person), key(0x35, person), guardian(SHARED), key(0x36, person), key(0x02, 2),
                key(0x37, person), ADMINISTRATOR, key(0x39, person), key(0x01, 1), key(0x22, person),
                key(0x3a, person), key(0x3b, person), key(0x3c, person)));
    }

    /** The file of the other one is of another school: it is not put away. */
    private static void files(int person) throws SQLException {
        run("""
                begin;
                insert into school values ('%6$s', null, 'Failu skola %7$s', 'VIDUSSKOLA', null) on conflict do nothing;
                insert into roster_import (id, school_id, school_year, format, state, uploaded_by, uploaded_at, header,
                  by_name, total, done, added, changed, unchanged, ended) values
                 ('%1$s', '%6$s', '2020/2021', 'CSV', 'CHECKED', '%2$s', now(), '["A"]', false, 1, 1, 0, 1, 0, 0);
                insert into roster_row values ('%1$s', '', 1, '["%3$s"]');
                insert into roster_line (import_id, row_no, act, learner_id, given_name, family_name, search_name,
                  class_name, grade, vocational, corrected, difference)
                 values ('%1$s', 1, 'CHANGED', '%4$s', '%3$s', '%3$s', '%3$s', '%3$s', 9, false, false, '["%3$s"]');
                insert into roster_gone values ('%1$s', '%4$s', 1, '%5$s');
                insert into roster_guardian values ('%1$s', 1, 1, 'CHANGED', '%8$s', '%4$s', '%3$s', '%3$s', '%3$s', '%3$s',
                  '%3$s', '%3$s', null, null, null, '["%3$s"]', '["%3$s"]');
                insert into imported_guardian values ('%8$s', '%3$s', '%3$s', '%3$s', '%3$s');
                insert into imported_guardian_key values ('%6$s', '%3$s', '%8$s');
                insert into imported_guardianship values ('%8$s', '%4$s'), ('%9$s', '%4$s');
                insert into application_scan values ('%10$s', '%11$s', 1, 'PDF', 3, '%2$s', now());
                insert into application_scan_content values ('%10$s', '%3$s', '\\x010203');
                commit""".formatted(key(0x41 + person, person), ADMINISTRATOR, mark(person), learner(person),
                key(0x11, person), key(0x01, 1 + person), person, guardian(person), guardian(SHARED),
                key(0x2a, person), key(0x20, person)));
    }

    /** The family reads and changes something, and somebody of the staff sees a code for a reason. */
    private static void logs(int person) throws SQLException {
        run("""
                begin;
                insert into read_log (person, roles, permission, purposes, learner_id, reason) values
                 ('%1$s', '{GUARDIAN}', 'learner:read', '{FAMILY}', '%2$s', null),
                 ('%3$s', '{GUARDIAN}', 'learner:read', '{FAMILY}', '%2$s', null),
                 ('%4$s', '{SCHOOL_COORDINATOR}', 'code:reveal', '{SUPPORT}', '%2$s', '%5$s %5$s');
                select set_config('pumpurs.actor', '%1$s', true), set_config('pumpurs.roles', 'GUARDIAN', true);
                update guardian_message set read_at = now() where learner_id = '%2$s';
                update learner set given_name = '%5$s jaunais' where id = '%2$s';
                commit""".formatted(guardian(person), learner(person), guardian(SHARED), key(0x02, 1), mark(person)));
    }

    /** Takes everything away again, the logs too, around every rule. */
    static void remove() throws SQLException {
        StringBuilder all = new StringBuilder("set session_replication_role = replica;");
        for (String table : tables()) {
            all.append("delete from ").append(table).append(" x where to_jsonb(x)::text like '%0190f0f0-%';");
        }
        run(all.toString());
    }

    static List<String> tables() throws SQLException {
        return rows("select tablename from pg_tables where schemaname = '" + HERE + "' order by 1");
    }

    /** Rows of every table that hold a text somewhere, as the database writes them. */
    static Map<String, List<String>> holding(String... texts) throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        for (String table : tables()) {
            List<String> here = new ArrayList<>();
            for (String row : rows("select to_jsonb(x)::text from " + table + " x order by 1")) {
                for (String text : texts) {
                    if (row.toLowerCase(java.util.Locale.ROOT).contains(text.toLowerCase(java.util.Locale.ROOT))) {
                        here.add(row);
                        break;
                    }
                }
            }
            if (!here.isEmpty()) {
                found.put(table, here);
            }
        }
        return found;
    }

    static List<String> rows(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static void run(String sql) throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection() throws SQLException {
        Connection connection = TwoTenants.database().superuser().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + HERE + ", pg_catalog");
        }
        return connection;
    }
}
