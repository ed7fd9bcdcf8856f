package lv.pumpurs.server.walk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.personalcode.PaperVault;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** Plants both tenants by SQL, around the code that is to be tried. */
final class PlantingSql {

    private static final LocalDate TODAY = Planting.TODAY;
    /** Covers today whatever the catalogue says, so that the walk also passes in summer. */
    private static final LocalDate YEAR = LocalDate.of(
            TODAY.getMonthValue() < 8 ? TODAY.getYear() - 1 : TODAY.getYear(),
            9, 1);
    private static final String SCHOOL_YEAR = YEAR.getYear() + "/" + (YEAR.getYear() + 1);

    private static final String NEXT_YEAR = (YEAR.getYear() + 1) + "/" + (YEAR.getYear() + 2);

    /** The auditor's grant names no school, so it is for the whole tenant. */
    private static final Set<Role> IN_TENANT = EnumSet.of(Role.TENANT_ADMIN, Role.TENANT_COORDINATOR, Role.AUDITOR);

    private final Statement sql;
    private final Connection connection;

    private PlantingSql(Connection connection, Statement sql) {
        this.connection = connection;
        this.sql = sql;
    }

    static void plant() throws SQLException {
        Town.publishCatalogues();
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            PlantingSql planting = new PlantingSql(connection, statement);
            for (Side side : List.of(Side.ALFA, Side.BETA)) {
                planting.nation(side);
                statement.execute("set local search_path = t_" + side.slug() + ", pg_catalog");
                planting.schools(side);
                planting.staff(side);
                planting.imports(side);
                planting.orders(side);
                for (Pupil pupil : side.pupils()) {
                    planting.pupil(side, pupil);
                    planting.plan(side, pupil);
                    planting.contact(side, pupil);
                    planting.message(side, pupil);
                    planting.code(side, pupil);
                    planting.application(side, pupil);
                }
            }
            connection.commit();
        }
        renewStays();
    }

    /** The two semesters for which a plan can be started today, the nearest first. */
    static List<String> semesters() throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select code from t_alfa.semester where ends_on >= '" + TODAY
                        + "' order by code limit 2")) {
            List<String> codes = new ArrayList<>();
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
            return codes;
        }
    }

    /** Operators' entries as they shall be, whatever they did before. */
    static void renewStays() throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            for (Side side : List.of(Side.ALFA, Side.BETA)) {
                statement.execute("delete from t_%s.operator_entry where operator_subject like 'walk-op-%%'"
                    .formatted(side.slug()));
            }
            for (Side home : List.of(Side.ALFA, Side.BETA)) {
                for (Planting.Official official : Planting.officialsOf(home)) {
                    if (official.stay() != null) {
                        stay(statement, home, official);
                    }
                }
            }
        }
    }

    /** What the municipality says of a plugin. */
    static void allow(Side side, String plugin, boolean allowed) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update t_%s.plugin_permit set allowed = ? where plugin = ?".formatted(side.slug()))) {
            update.setBoolean(1, allowed);
            update.setString(2, plugin);
            update.executeUpdate();
        }
    }

    private static void stay(Statement statement, Side home, Planting.Official official) throws SQLException {
        String times = switch (java.util.Objects.requireNonNull(official.stay())) {
            case OPEN, REVIEW -> "now() - interval '1 minute', now() + interval '1 hour', null";
            case EXPIRED -> "now() - interval '2 hours', now() - interval '1 minute', null";
            case LEFT -> "now() - interval '1 hour', now() + interval '1 hour', now() - interval '1 minute'";
        };
        statement.execute("""
                insert into t_%s.operator_entry (id, person_name, operator_subject, reason, entered_at, expires_at,
                 left_at, role, plan_id) values (gen_random_uuid(), '%s', '%s', 'The walk over all routes', %s, %s)"""
            .formatted(official.place().slug(), home.familyName(official.who()), official.subject(), times,
                    official.stay() == Planting.Stay.REVIEW
                            ? "'OPERATOR_REVIEWER', '" + official.place().pupil(Side.OWN).planId() + "'"
                            : "'OPERATOR_ADMIN', null"));
    }

    private void nation(Side side) throws SQLException {
        run("""
                insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest) values
                 (gen_random_uuid(), '%1$s', 't_%1$s', '%2$s', 'MUNICIPALITY', 'lv', 'ACTIVE', '-')
                 on conflict do nothing""".formatted(side.slug(),
                side.slug().equals("alfa") ? "Alfas novads" : "Betas novads"));
        Pupil own = side.pupil(Side.OWN);
        run("insert into nation.plan_review values ('t_%s', '%s', '%s', 'PUMPURS', '%s-1', '%s')".formatted(side.slug(),
                own.planId(), own.planCode(), SCHOOL_YEAR, TODAY));
        for (Planting.Official official : Planting.officialsOf(side)) {
            run("""
                    insert into nation.operator (id, email, name, role, valid_from, valid_to) values
                     (gen_random_uuid(), '%s', '%s', '%s', '2020-01-01', %s)""".formatted(side.email(official.who()),
                    side.familyName(official.who()), official.role(),
                    quoted(official.dismissed() ? TODAY.minusDays(1) : null)));
        }
    }

    private void schools(Side side) throws SQLException {
        run("insert into school values ('%s', null, '%s', 'x', null), ('%s', null, '%s', 'x', null)"
            .formatted(side.schoolId(1), side.schoolName(1), side.schoolId(2), side.schoolName(2)));
        run("""
                insert into school_year values ('%1$s', '%2$s', '%3$s', 'the walk') on conflict (code) do update
                 set starts_on = least(school_year.starts_on, excluded.starts_on),
                     ends_on = greatest(school_year.ends_on, excluded.ends_on);
                insert into semester (code, school_year, ordinal, starts_on, ends_on) values
                 ('%1$s-1', '%1$s', 1, '%2$s', '%3$s') on conflict do nothing;
                insert into school_year values ('%4$s', '%3$s'::date + 1, '%3$s'::date + 365, 'the walk')
                 on conflict do nothing;
                insert into semester (code, school_year, ordinal, starts_on, ends_on) values
                 ('%4$s-1', '%4$s', 1, '%3$s'::date + 1, '%3$s'::date + 120),
                 ('%4$s-2', '%4$s', 2, '%3$s'::date + 130, '%3$s'::date + 270) on conflict do nothing"""
            .formatted(SCHOOL_YEAR, YEAR, YEAR.plusYears(1).minusDays(1), NEXT_YEAR));
    }

    private void staff(Side side) throws SQLException {
        for (Planting.Member member : Planting.staffOf(side)) {
            run("insert into staff values ('%s', '%s', 'Zv', '%s')".formatted(member.id(), member.email(),
                    side.familyName(member.who())));
            boolean first = true;
            for (Role role : member.roles()) {
                UUID key = first ? Side.roleOf(member.id()) : UUID.randomUUID();
                first = false;
                boolean inTenant = IN_TENANT.contains(role);
                run("insert into staff_role values ('%s', '%s', '%s', %s, %s, %s, '%s', %s)".formatted(
                        key, member.id(), role, quoted(inTenant ? null : side.schoolId(1)),
                        quoted(role == Role.CLASS_TEACHER ? "9.a" : null),
                        quoted(role == Role.PROVIDER ? "SUBJECT_TEACHER" : null), member.from(), quoted(member.to())));
            }
        }
        run("insert into guardian values ('%s', '%s', 'Zv', '%s')".formatted(Side.id(0x03, Side.base(side.slug())),
                side.email("guardian"), side.familyName("guardian")));
    }

    /** Applied ones: whatever is done to them changes nothing. */
    private void imports(Side side) throws SQLException {
        for (int school = 1; school <= 2; school++) {
            run("""
                    insert into roster_import (id, school_id, school_year, format, state, uploaded_by, uploaded_at, header,
                     by_name, total, done, added, changed, unchanged, ended) values
                     ('%s', '%s', '%s', 'CSV', 'APPLIED', '%s', now(), '["A"]', false, 1, 1, 1, 0, 0, 0)""".formatted(
                    side.importId(school), side.schoolId(school), SCHOOL_YEAR, side.staffId(Role.SCHOOL_ADMIN)));
        }
    }

    /** Each in use, so that it stays whatever is done. */
    private void orders(Side side) throws SQLException {
        for (int school = 1; school <= 2; school++) {
            run("""
                    insert into consultation_order (id, school_id, number, ordered_on, valid_from, valid_to, entered_by)
                     values ('%s', '%s', '1-9/7', '%3$s', '%3$s', '%3$s', '%4$s')""".formatted(side.orderId(school),
                    side.schoolId(school), TODAY, side.staffId(Role.SCHOOL_DIRECTOR)));
        }
    }

    private void pupil(Side side, Pupil pupil) throws SQLException {
        run("""
                insert into learner (id, given_name, family_name, search_name, email, latest_enrolment_id, version)
                 values ('%s', '%s', '%s', '%s', %s, '%s', 1)""".formatted(pupil.id(), pupil.given(), pupil.family(),
                (pupil.given() + " " + pupil.family()).toLowerCase(Locale.ROOT),
                quoted(pupil.key().equals(Side.ADULT) ? pupil.email() : null), pupil.enrolmentId()));
        run("insert into enrolment values ('%s', '%s', '%s', '%s', '%s', 9, false, null, '%s', null)".formatted(
                pupil.enrolmentId(), pupil.id(), side.schoolId(pupil.school()), SCHOOL_YEAR, pupil.className(), YEAR));
        consultation(pupil, pupil.consultationId(), side.staffId(Role.PROVIDER), pupil.consultation());
        UUID ofOthers = UUID.randomUUID();
        consultation(pupil, ofOthers, side.staffId(20), pupil.consultationOfOthers());
        run("update consultation set order_id = '%s' where id = '%s'".formatted(side.orderId(pupil.school()),
                ofOthers));
        run("insert into guardianship values ('%s', '%s', '%s', 'PARENT', '2019-01-01', '2019-12-31')"
            .formatted(Pupil.formerGuardianship(pupil.id()), Side.id(0x03, Side.base(side.slug())), pupil.id()));
        if (pupil.key().equals(Side.OWN)) {
            run("insert into guardianship values (gen_random_uuid(), '%s', '%s', 'PARENT', '2020-01-01', null)"
                .formatted(Side.id(0x03, Side.base(side.slug())), pupil.id()));
        }
    }

    private void consultation(Pupil pupil, UUID id, UUID provider, String subject) throws SQLException {
        run("insert into consultation values ('%s', '%s', '%s', '%s', '%s', 40)".formatted(id, pupil.id(), provider,
                TODAY, subject));
    }

    private void plan(Side side, Pupil pupil) throws SQLException {
        run("""
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                 approved_on, active_from, active_to, version)
                 values ('%s', '%s', '%s', '%s', '%s-1', 'PUMPURS', '%s', 'ACTIVE', '%7$s', '%7$s', '%8$s', 1)"""
            .formatted(pupil.planId(), pupil.planCode(), pupil.id(), side.schoolId(pupil.school()), SCHOOL_YEAR,
                    side.staffId(Role.PLAN_AUTHOR), TODAY.minusDays(10), TODAY.plusDays(10)));
        run("insert into plan_risk values (gen_random_uuid(), '%s', 'STUDY_CONTENT_DIFFICULTY', 'HIGH', '%s')"
            .formatted(pupil.planId(), pupil.riskNote()));
        measure(pupil, side.staffId(20), pupil.subjectOfOthers());
        if (pupil.key().equals(Side.OWN)) {
            measure(pupil, side.staffId(Role.PROVIDER), pupil.subject());
        }
        sheet(side, pupil, pupil.key().equals(Side.OWN) ? side.staffId(Role.PROVIDER) : side.staffId(20));
        restricted(side, pupil);
    }

    /** Paid for long ago: nobody decides on it any more. */
    private void sheet(Side side, Pupil pupil, UUID provider) throws SQLException {
        run("""
                insert into consultation_sheet (id, provider_id, school_id, learner_id, plan_id, month, number,
                 lesson_minutes, stage, submitted_on, verified_by, verified_on, accepted_by, accepted_on, paid_by, paid_on)
                 values ('%s', '%s', '%s', '%s', '%s', date_trunc('month', date '%6$s'), 1, 40, 'PAID', '%6$s', '%7$s',
                 '%6$s', '%8$s', '%6$s', '%8$s', '%6$s')""".formatted(pupil.sheetId(), provider,
                side.schoolId(pupil.school()), pupil.id(), pupil.planId(), TODAY.minusDays(1),
                side.staffId(Role.SCHOOL_COORDINATOR), side.staffId(Role.TENANT_COORDINATOR)));
        run("""
                insert into consultation (id, learner_id, provider_id, held_on, subject, minutes, school_id, plan_id,
                 measure_id, starts_at, quantity, state, confirm_by, confirmed_on, confirmed_by, sheet_id)
                 select gen_random_uuid(), s.learner_id, s.provider_id, s.submitted_on, '%s', 40, s.school_id, s.plan_id,
                 gen_random_uuid(), '08:00', 1, 'CONFIRMED', s.submitted_on, s.submitted_on, 'CODE', s.id
                 from consultation_sheet s where s.id = '%s'""".formatted(
                pupil.key().equals(Side.OWN) ? pupil.consultation() : pupil.consultationOfOthers(), pupil.sheetId()));
    }

    /** Words in every column of restricted ones, where each is shown to somebody, and once where it is shown to nobody. */
    private void restricted(Side side, Pupil pupil) throws SQLException {
        run("insert into plan_risk values (gen_random_uuid(), '%s', 'HEALTH_PROBLEM', 'HIGH', '%2$s', 'REDUCED', '%2$s')"
            .formatted(pupil.planId(), pupil.restricted()));
        run("""
                with m as (insert into planned_measure values (gen_random_uuid(), '%s', 'CONS_PSYCHOLOGIST', '%s',
                 null, 10, 0, '%s', '%s', '%s') returning id)
                insert into planned_measure_risk (planned_measure_id, risk) select id, 'HEALTH_PROBLEM' from m"""
            .formatted(pupil.planId(), side.staffId(20), TODAY.minusDays(10), TODAY.plusDays(10), pupil.restricted()));
        run("""
                insert into plan_approval (id, plan_id, step, role, person_id, decision, decided_on, remark)
                 values (gen_random_uuid(), '%s', 1, 'SCHOOL_DIRECTOR', '%s', 'APPROVED', '%s', '%s')"""
            .formatted(pupil.planId(), side.staffId(Role.SCHOOL_DIRECTOR), TODAY.minusDays(10), pupil.verdict()));
        run("""
                insert into plan_proposal (id, learner_id, school_id, proposer_id, proposed_on, risks, note, stage,
                 answered_by, answered_on, plan_id) values (gen_random_uuid(), '%s', '%s', '%s', '%5$s',
                 '{HEALTH_PROBLEM}', '%6$s', 'TAKEN', '%4$s', '%5$s', '%7$s')""".formatted(pupil.id(),
                side.schoolId(pupil.school()), side.staffId(Role.CLASS_TEACHER), side.staffId(Role.PLAN_AUTHOR),
                TODAY.minusDays(10), pupil.noticed(), pupil.planId()));
        run("""
                insert into plan_amendment (id, plan_id, edition, author_id, stage, started_on, ended_on, proposed)
                 values (gen_random_uuid(), '%s', 2, '%s', 'DISCARDED', '%3$s', '%3$s',
                 '{"measures":[],"risks":[{"note":"%4$s","risk":"HEALTH_PROBLEM","severity":"HIGH"}]}')""".formatted(
                pupil.planId(), side.staffId(Role.PLAN_AUTHOR), TODAY, pupil.restricted()));
    }

    /** Written long ago: it can be added to, and no longer changed. */
    private void contact(Side side, Pupil pupil) throws SQLException {
        run("""
                insert into guardian_contact (id, learner_id, plan_id, author_id, held_on, way, other_person, topic,
                 outcome, recorded_at, version) values ('%s', '%s', '%s', '%s', '%s', 'CALL', 'Kaimiņiene', '%s',
                 '%s', now() - interval '1 year', 1)""".formatted(pupil.contactId(), pupil.id(), pupil.planId(),
                side.staffId(20), YEAR, pupil.contactTopic(), pupil.contactOutcome()));
    }

    /** To the guardian, the adult's to the adult; opened before, so that opening it changes nothing. */
    private void message(Side side, Pupil pupil) throws SQLException {
        run("""
                insert into guardian_message (id, learner_id, author_id, recipient_id, subject, words, written_at, read_at)
                 values ('%s', '%s', '%s', '%s', '%5$s', '%5$s', now() - interval '1 year', now())""".formatted(
                pupil.messageId(), pupil.id(), side.staffId(20), pupil.key().equals(Side.ADULT)
                        ? pupil.id()
                        : Side.id(0x03, Side.base(side.slug())),
                pupil.messageSubject()));
    }

    private void measure(Pupil pupil, UUID provider, String subject) throws SQLException {
        run("""
                with m as (insert into planned_measure values (gen_random_uuid(), '%s', 'CONS_SUBJECT_TEACHER', '%s',
                 '%s', 10, 0, '%s', '%s') returning id)
                insert into planned_measure_risk (planned_measure_id, risk)
                 select id, 'STUDY_CONTENT_DIFFICULTY' from m""".formatted(pupil.planId(), provider, subject,
                TODAY.minusDays(10), TODAY.plusDays(10)));
    }

    private void application(Side side, Pupil pupil) throws SQLException {
        PaperVault.Place place = new PaperVault.Place(SchemaName.ofTenant(side.slug()), pupil.planId(), pupil.scanId());
        run("insert into application_scan values ('%s', '%s', 1, 'PDF', 9, '%s', now())".formatted(pupil.scanId(),
                pupil.planId(), side.staffId(20)));
        try (PreparedStatement insert = connection
            .prepareStatement("insert into application_scan_content values (?, 'x', ?)")) {
            insert.setObject(1, pupil.scanId());
            insert.setBytes(2, vault().papers().seal(pupil.application().getBytes(StandardCharsets.UTF_8), place));
            insert.executeUpdate();
        }
    }

    private static PersonalCodeVault vault() {
        return PersonalCodeVault.open(
                Path.of(System.getProperty("wlp.home"), "usr/servers/it/resources/personal-code.keyset"));
    }

    private void code(Side side, Pupil pupil) throws SQLException {
        PersonalCodeVault vault = vault();
        SchemaName schema = SchemaName.ofTenant(side.slug());
        try (PreparedStatement update = connection
            .prepareStatement("update learner set personal_code = ?, personal_code_index = ? where id = ?")) {
            update.setBytes(1, vault.encrypt(pupil.code(), schema, pupil.id()));
            update.setBytes(2, vault.index(pupil.code(), schema));
            update.setObject(3, pupil.id());
            update.executeUpdate();
        }
    }

    private void run(String text) throws SQLException {
        sql.execute(text);
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
