-- One row per thing that set-up.sql should have done and that does not hold. Read as pumpurs_app.
SELECT 'everybody may call ' || p.oid::regprocedure
FROM pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace
  AND p.proname ~ '^(set_config|(query|cursor|table|schema|database)_to_xml.*|ts_stat|ts_rewrite|lo_.*|loread|lowrite|pg_notify|pg_(try_)?advisory_.*|pg_sleep.*|pg_cancel_backend|pg_terminate_backend|pg_export_snapshot|pg_logical_emit_message|pg_stat_get_.*|pg_(total_)?relation_size|pg_table_size|pg_indexes_size|pg_prepared_statement|pg_cursor|pg_lock_status)$'
  AND has_function_privilege('public', p.oid, 'EXECUTE')
UNION ALL
SELECT 'everybody may read ' || c.relname
FROM pg_class c
WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'v'
  AND c.relname ~ '^(pg_stat_.*|pg_statio_.*|pg_prepared_statements|pg_prepared_xacts|pg_cursors|pg_locks)$'
  AND has_table_privilege('public', c.oid, 'SELECT')
UNION ALL
SELECT 'everybody may update pg_settings'
WHERE has_table_privilege('public', 'pg_catalog.pg_settings', 'UPDATE')
UNION ALL
SELECT 'everybody may use the language ' || l.lanname
FROM pg_language l
WHERE l.lanname NOT IN ('internal', 'c') AND has_language_privilege('public', l.oid, 'USAGE')
UNION ALL
SELECT 'everybody has ' || p.privilege || ' on the database'
FROM (VALUES ('TEMP'), ('CREATE'), ('CONNECT')) AS p(privilege)
WHERE has_database_privilege('public', current_database(), p.privilege)
UNION ALL
SELECT 'everybody has ' || p.privilege || ' on the schema public'
FROM (VALUES ('USAGE'), ('CREATE')) AS p(privilege)
WHERE EXISTS (SELECT FROM pg_namespace WHERE nspname = 'public') AND has_schema_privilege('public', 'public', p.privilege)
UNION ALL
SELECT 'this login is ' || current_user || ' and not pumpurs_app'
WHERE session_user <> 'pumpurs_app' OR current_user <> session_user
UNION ALL
SELECT 'this login may not bind a tenant'
WHERE NOT has_function_privilege('pg_catalog.set_config(text,text,boolean)', 'EXECUTE')
UNION ALL
SELECT 'this login inherits, or has rights over the whole server'
FROM pg_roles r
WHERE r.rolname = session_user AND (r.rolinherit OR r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls
  OR r.rolreplication)
UNION ALL
SELECT 'this login searches the schemas ' || current_setting('search_path')
WHERE current_setting('search_path') <> 'pg_catalog, "$user", pg_temp'
UNION ALL
SELECT 'this login has a schema of its own, ' || n.nspname
FROM pg_namespace n
WHERE n.nspname = session_user
UNION ALL
SELECT 'this login is a member of ' || g.rolname || ' in a way that goes beyond taking its place for a transaction'
FROM pg_auth_members m
JOIN pg_roles g ON g.oid = m.roleid
JOIN pg_roles r ON r.oid = m.member
WHERE r.rolname = session_user
  AND (m.inherit_option OR m.admin_option OR (g.rolname <> 'nation' AND g.rolname !~ '^t_') OR g.rolname ~ '_owner$')
UNION ALL
SELECT 'this login owns ' || c.relname
FROM pg_class c
WHERE c.relowner = (SELECT oid FROM pg_roles WHERE rolname = session_user)
UNION ALL
SELECT 'the extension ' || e.extname || ' reaches outside the database'
FROM pg_extension e
WHERE e.extname IN ('dblink', 'postgres_fdw', 'file_fdw', 'adminpack', 'lo', 'xml2')
ORDER BY 1
