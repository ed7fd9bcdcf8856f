package lv.pumpurs.core.provisioning;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The nation's registry while a tenant is being made: its row, and how far the steps came. */
final class Register {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
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
    private static final String STEP = """
            INSERT INTO provisioning_step AS s (tenant_id, step, state, at, detail)
            SELECT id, ?, ?, ?, ? FROM tenant WHERE slug = ?
            ON CONFLICT (tenant_id, step) DO UPDATE SET state = excluded.state, at = excluded.at, detail = excluded.detail""";

    private final DataSource provisioner;
    private final InstantSource clock;

    Register(DataSource provisioner, InstantSource clock) {
        this.provisioner = provisioner;
        this.clock = clock;
    }

    /** The tenant's row; true when it is new or different. */
    boolean enter(TenantFile file) throws SQLException {
        return nation(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(TENANT)) {
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
                return statement.executeUpdate() > 0;
            }
        });
    }

    /** Whether a step was once taken to its end. */
    boolean done(String slug, ProvisioningStep step) throws SQLException {
        return nation(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT FROM provisioning_step s JOIN tenant t ON t.id = s.tenant_id
                    WHERE t.slug = ? AND s.step = ? AND s.state = 'DONE'""")) {
                statement.setString(1, slug);
                statement.setString(2, step.name());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** Notes how far a step is. */
    void note(String slug, ProvisioningStep step, boolean done, boolean changed) throws SQLException {
        nation(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STEP)) {
                statement.setString(1, step.name());
                statement.setString(2, done ? "DONE" : "STARTED");
                statement.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                statement.setString(4, changed ? step.words() : "");
                statement.setString(5, slug);
                return statement.executeUpdate();
            }
        });
    }

    /** Opens the tenant and keeps the digest of what was applied; true when either is new. */
    boolean open(TenantFile file, String digest) throws SQLException {
        return nation(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE tenant SET state = 'ACTIVE', file_digest = ?
                    WHERE slug = ? AND (state <> 'ACTIVE' OR file_digest <> ?)""")) {
                statement.setString(1, digest);
                statement.setString(2, file.slug());
                statement.setString(3, digest);
                return statement.executeUpdate() > 0;
            }
        });
    }

    private <T> T nation(BoundWork<T> work) throws SQLException {
        return BoundWork.in(provisioner, SchemaName.NATION, work);
    }

    private static @Nullable String json(TenantFile.@Nullable Neighbour neighbour) {
        return neighbour == null ? null : MAPPER.writeValueAsString(neighbour);
    }
}
