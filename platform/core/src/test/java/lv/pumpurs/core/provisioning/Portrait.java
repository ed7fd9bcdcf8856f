package lv.pumpurs.core.provisioning;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lv.pumpurs.core.fixture.NationAlone;

/**
 * Everything that the database holds of a tenant, as lines: roles, schema, tables, columns, constraints, indexes,
 * triggers, functions, rights and every row; what differs from run to run by its nature (keys, times, the name of the
 * tenant) is written alike.
 */
final class Portrait {

    private Portrait() {}

    static List<String> of(NationAlone nation, String slug) throws SQLException {
        String schema = "t_" + slug.replace('-', '_');
        List<String> lines = new ArrayList<>(nation.look(catalogue(schema)));
        for (String table : nation.look("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = '" + schema
                + "'::regnamespace")) {
            lines.addAll(nation.look("SELECT 'row " + table + " ' || (to_jsonb(r) - 'installed_on' - 'execution_time'"
                    + (table.equals("change_log") ? " - 'id'" : "") + ")::text FROM " + schema + "." + table + " r"));
        }
        return lines.stream()
            .map(line -> line.replace(schema, "SCHEMA")
                .replace(slug, "SLUG")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "KEY")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:[0-9:.+]+", "TIME")
                .replaceAll("\"file_digest\": \"[0-9a-f]{64}\"", "DIGEST"))
            .sorted()
            .toList();
    }

    private static String catalogue(String schema) {
        return """
                SELECT 'role ' || rolname || rolcanlogin || rolinherit || rolcreaterole FROM pg_roles WHERE rolname ~ '^%1$s(_owner)?$'
                UNION ALL SELECT 'member ' || m.member::regrole || ' of ' || m.roleid::regrole || m.inherit_option || m.set_option
                  || m.admin_option FROM pg_auth_members m
                  WHERE m.roleid::regrole::text ~ '^%1$s(_owner)?$' OR m.member::regrole::text ~ '^%1$s(_owner)?$'
                UNION ALL SELECT 'schema ' || nspname || nspowner::regrole || coalesce(nspacl::text, '') FROM pg_namespace
                  WHERE nspname = '%1$s'
                UNION ALL SELECT 'relation ' || relname || relkind::text || relowner::regrole || coalesce(relacl::text, '')
                  || coalesce(pg_get_viewdef(CASE WHEN relkind = 'v' THEN oid END), '') FROM pg_class
                  WHERE relnamespace = '%1$s'::regnamespace
                UNION ALL SELECT 'column ' || c.relname || attname || atttypid::regtype || attnotnull || attnum
                  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                  WHERE c.relnamespace = '%1$s'::regnamespace AND attnum > 0
                UNION ALL SELECT 'constraint ' || conrelid::regclass || conname || pg_get_constraintdef(oid)
                  FROM pg_constraint WHERE connamespace = '%1$s'::regnamespace
                UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = '%1$s'
                UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
                  WHERE c.relnamespace = '%1$s'::regnamespace AND NOT tgisinternal
                UNION ALL SELECT 'function ' || pg_get_functiondef(oid) || proowner::regrole || coalesce(proacl::text, '')
                  FROM pg_proc WHERE pronamespace = '%1$s'::regnamespace
                UNION ALL SELECT 'tenant ' || (to_jsonb(t) - 'id')::text FROM nation.tenant t WHERE schema_name = '%1$s'
                UNION ALL SELECT 'file ' || (to_jsonb(f))::text FROM nation.tenant_file f
                  JOIN nation.tenant t ON t.id = f.tenant_id WHERE schema_name = '%1$s'
                UNION ALL SELECT 'step ' || step || s.state || coalesce(reason, '') || coalesce(reason_detail, '')
                  FROM nation.provisioning_step s JOIN nation.tenant t ON t.id = s.tenant_id WHERE schema_name = '%1$s'
                """.formatted(schema);
    }
}
