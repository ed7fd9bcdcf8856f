package lv.pumpurs.core.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import lv.pumpurs.core.migration.BoundWork;
import lv.pumpurs.core.migration.FailureReason;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/** The nation's registry while a tenant is being made: its row, its file, and how far the steps came. */
final class Register {

    private static final String TENANT = """
            INSERT INTO tenant AS t (id, slug, schema_name, name, kind, atvk_code, atvk_valid_from, atvk_valid_to, locale,
              state, predecessor, successor, file_digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROVISIONING', ?::jsonb, ?::jsonb, '')
            ON CONFLICT (slug) DO UPDATE SET name = excluded.name, kind = excluded.kind, atvk_code = excluded.atvk_code,
              atvk_valid_from = excluded.atvk_valid_from, atvk_valid_to = excluded.atvk_valid_to,
              locale = excluded.locale, predecessor = excluded.predecessor, successor = excluded.successor
            WHERE (t.name, t.kind, t.atvk_code, t.atvk_valid_from, t.atvk_valid_to, t.locale, t.predecessor, t.successor)
              IS DISTINCT FROM (excluded.name, excluded.kind, excluded.atvk_code, excluded.atvk_valid_from,
              excluded.atvk_valid_to, excluded.locale, excluded.predecessor, excluded.successor)""";
    /** Not again for a file that was applied to its end: its administrators have been invited and forgotten here. */
    private static final String FILE = """
            INSERT INTO tenant_file AS f (tenant_id, content, administrators)
            SELECT id, ?::jsonb, ?::jsonb FROM tenant WHERE slug = ? AND (state <> 'ACTIVE' OR file_digest <> ?)
            ON CONFLICT (tenant_id) DO UPDATE SET content = excluded.content, administrators = excluded.administrators
            WHERE (f.content, f.administrators) IS DISTINCT FROM (excluded.content, excluded.administrators)""";
    private static final String STEP = """
            INSERT INTO provisioning_step AS s (tenant_id, step, state, at, detail, reason, reason_detail)
            SELECT id, ?, ?, ?, ?, ?, ? FROM tenant WHERE slug = ?
            ON CONFLICT (tenant_id, step) DO UPDATE SET state = excluded.state, at = excluded.at,
              detail = excluded.detail, reason = excluded.reason, reason_detail = excluded.reason_detail""";

    private final DataSource provisioner;
    private final InstantSource clock;

    Register(DataSource provisioner, InstantSource clock) {
        this.provisioner = provisioner;
        this.clock = clock;
    }

    /** How far a step is, and what there is to be said about it. */
    record Note(ProvisioningStep step, String state, String detail, @Nullable String reason,
            @Nullable String reasonDetail) {

        static Note started(ProvisioningStep step) {
            return new Note(step, "STARTED", "", null, null);
        }

        static Note done(ProvisioningStep step, boolean changed, int unmailed) {
            return new Note(step, "DONE", changed ? step.words() : "", unmailed == 0 ? null : "NO_MAIL",
                    unmailed == 0 ? null : Integer.toString(unmailed));
        }

        static Note failed(ProvisioningStep step, FailureReason reason) {
            return new Note(step, "FAILED", "", reason.code().name(), reason.detail());
        }
    }

    /** The tenant's row and its file; true when the row is new or different. */
    boolean enter(TenantFile file, String digest) throws SQLException {
        return nation(connection -> {
            boolean changed = tenant(connection, file) > 0;
            changed |= PluginsOfFile.offer(connection, file);
            keep(connection, file, digest);
            return changed;
        });
    }

    private static int tenant(Connection nation, TenantFile file) throws SQLException {
        try (PreparedStatement statement = nation.prepareStatement(TENANT)) {
            TenantFile.Atvk atvk = file.atvk();
            statement.setObject(1, Ids.next());
            statement.setString(2, file.slug());
            statement.setString(3, SchemaName.ofTenant(file.slug()).value());
            statement.setString(4, file.name());
            statement.setString(5, file.kind());
            statement.setString(6, atvk == null ? null : atvk.code());
            statement.setObject(7, atvk == null ? null : atvk.validFrom());
            statement.setObject(8, atvk == null ? null : atvk.validTo());
            statement.setString(9, file.locale());
            statement.setString(10, json(file.predecessor()));
            statement.setString(11, json(file.successor()));
            return statement.executeUpdate();
        }
    }

    private static void keep(Connection nation, TenantFile file, String digest) throws SQLException {
        try (PreparedStatement statement = nation.prepareStatement(FILE)) {
            statement.setString(1, TenantFiles.json(file.with(List.of())));
            statement.setString(2, file.administrators().isEmpty() ? null : TenantFiles.json(file.administrators()));
            statement.setString(3, file.slug());
            statement.setString(4, digest);
            statement.executeUpdate();
        }
    }

    /** The file of a tenant that was not taken to its end; empty if there is nothing to go on with. */
    Optional<TenantFile> unfinished(String slug) throws SQLException {
        return nation(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT f.content, f.administrators FROM tenant t JOIN tenant_file f ON f.tenant_id = t.id
                    WHERE t.slug = ? AND (t.state <> 'ACTIVE' OR t.migration_failed OR f.administrators IS NOT NULL
                      OR EXISTS (SELECT FROM provisioning_step s WHERE s.tenant_id = t.id AND s.state <> 'DONE'))""")) {
                statement.setString(1, slug);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(TenantFiles.fromJson(rows.getString(1), rows.getString(2)))
                            : Optional.empty();
                }
            }
        });
    }

    /** The steps that were once taken to their end. */
    Set<ProvisioningStep> done(String slug) throws SQLException {
        return nation(connection -> {
            Set<ProvisioningStep> done = EnumSet.noneOf(ProvisioningStep.class);
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT s.step FROM provisioning_step s JOIN tenant t ON t.id = s.tenant_id
                    WHERE t.slug = ? AND s.state = 'DONE'""")) {
                statement.setString(1, slug);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        done.add(ProvisioningStep.valueOf(rows.getString(1)));
                    }
                }
            }
            return done;
        });
    }

    /** Notes how far a step is. */
    void note(String slug, Note note) throws SQLException {
        nation(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STEP)) {
                statement.setString(1, note.step().name());
                statement.setString(2, note.state());
                statement.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                statement.setString(4, note.detail());
                statement.setString(5, note.reason());
                statement.setString(6, note.reasonDetail());
                statement.setString(7, slug);
                return statement.executeUpdate();
            }
        });
    }

    /** Opens the tenant, keeps the digest of what was applied and forgets who was invited; true when it was not so. */
    boolean open(TenantFile file, String digest) throws SQLException {
        return nation(connection -> {
            try (PreparedStatement opening = connection.prepareStatement("""
                    UPDATE tenant SET state = 'ACTIVE', file_digest = ?
                    WHERE slug = ? AND (state <> 'ACTIVE' OR file_digest <> ?)""");
                    PreparedStatement forgetting = connection.prepareStatement("""
                            UPDATE tenant_file SET administrators = NULL
                            WHERE administrators IS NOT NULL
                              AND tenant_id = (SELECT id FROM tenant WHERE slug = ?)""")) {
                opening.setString(1, digest);
                opening.setString(2, file.slug());
                opening.setString(3, digest);
                forgetting.setString(1, file.slug());
                return opening.executeUpdate() + forgetting.executeUpdate() > 0;
            }
        });
    }

    private <T> T nation(BoundWork<T> work) throws SQLException {
        return BoundWork.in(provisioner, SchemaName.NATION, work);
    }

    private static @Nullable String json(TenantFile.@Nullable Neighbour neighbour) {
        return neighbour == null ? null : TenantFiles.json(neighbour);
    }
}
