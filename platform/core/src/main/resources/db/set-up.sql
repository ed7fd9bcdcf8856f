-- Run once by a superuser in the database of Pumpurs, and again after a restore: a dump of a schema does not carry
-- what is revoked here. Repeating it changes nothing. With psql, give the passwords first:
--   SET pumpurs.app_password = '...'; SET pumpurs.provisioner_password = '...';
-- The server asserts at start that this holds (set-up-check.sql).

-- Logins. pumpurs_app owns nothing and inherits nothing; it takes a tenant's working role for one transaction.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pumpurs_app') THEN
    CREATE ROLE pumpurs_app;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pumpurs_provisioner') THEN
    CREATE ROLE pumpurs_provisioner;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pumpurs_owner') THEN
    CREATE ROLE pumpurs_owner;
  END IF;
END
$$;
ALTER ROLE pumpurs_app LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE pumpurs_provisioner LOGIN INHERIT NOSUPERUSER NOCREATEDB CREATEROLE NOREPLICATION NOBYPASSRLS;
-- What migrations need and tenants must not have; every owner role is a member.
ALTER ROLE pumpurs_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
DO $$
BEGIN
  IF coalesce(current_setting('pumpurs.app_password', true), '') <> '' THEN
    EXECUTE format('ALTER ROLE pumpurs_app PASSWORD %L', current_setting('pumpurs.app_password'));
  END IF;
  IF coalesce(current_setting('pumpurs.provisioner_password', true), '') <> '' THEN
    EXECUTE format('ALTER ROLE pumpurs_provisioner PASSWORD %L', current_setting('pumpurs.provisioner_password'));
  END IF;
END
$$;
-- A schema is named like its working role: taking the role's place is taking the schema. Nothing else is searched.
-- pg_temp is named because it would else come first, pg_catalog because else, while nobody's place is taken, pg_temp would.
ALTER ROLE pumpurs_app SET search_path = pg_catalog, "$user", pg_temp;
-- a plan is made once for any value, not for each value anew: planning cost several times what running does
ALTER ROLE pumpurs_app SET plan_cache_mode = 'force_generic_plan';
ALTER ROLE pumpurs_app SET statement_timeout = '30s';
ALTER ROLE pumpurs_app SET lock_timeout = '10s';
ALTER ROLE pumpurs_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE pumpurs_provisioner SET search_path = '';
-- a process that vanished must not hold its locks for hours
ALTER ROLE pumpurs_provisioner SET client_connection_check_interval = '2s';
ALTER ROLE pumpurs_provisioner SET tcp_keepalives_idle = 30;
ALTER ROLE pumpurs_provisioner SET tcp_keepalives_interval = 10;
ALTER ROLE pumpurs_provisioner SET tcp_keepalives_count = 3;
-- since PostgreSQL 16 the maker of a role is its administrator but may not act as it unless this says so
ALTER ROLE pumpurs_provisioner SET createrole_self_grant = 'set, inherit';
GRANT pumpurs_owner TO pumpurs_provisioner WITH ADMIN TRUE, INHERIT TRUE, SET FALSE;

-- The database: nobody makes temporary tables (they could shadow a tenant's), only the provisioner makes schemas.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO pumpurs_app, pumpurs_provisioner', current_database());
  EXECUTE format('GRANT CREATE ON DATABASE %I TO pumpurs_provisioner', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- No code from a statement: functions and DO blocks belong to migrations.
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
REVOKE USAGE ON LANGUAGE sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO pumpurs_owner;
GRANT USAGE ON LANGUAGE sql TO pumpurs_owner;

-- Functions that run SQL from a text, change the session, reach other sessions, outlive the transaction or tell about
-- tables one may not read.
DO $$
DECLARE
  escape regprocedure;
BEGIN
  FOR escape IN
    SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace
      AND p.proname ~ '^(set_config|(query|cursor|table|schema|database)_to_xml.*|ts_stat|ts_rewrite|lo_.*|loread|lowrite|pg_notify|pg_(try_)?advisory_.*|pg_sleep.*|pg_cancel_backend|pg_terminate_backend|pg_export_snapshot|pg_logical_emit_message|pg_stat_get_.*|pg_(total_)?relation_size|pg_table_size|pg_indexes_size|pg_prepared_statement|pg_cursor|pg_lock_status)$'
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', escape);
  END LOOP;
  -- migrations lock their history table
  FOR escape IN
    SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^pg_(try_)?advisory_.*$'
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO pumpurs_owner, pumpurs_provisioner', escape);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO pumpurs_app, pumpurs_provisioner, pumpurs_owner;

-- Views over the same: other sessions, this session's statements for other tenants, sizes of other tenants' tables.
-- An update of pg_settings is set_config by another name.
REVOKE UPDATE ON pg_catalog.pg_settings FROM PUBLIC;
DO $$
DECLARE
  looks regclass;
BEGIN
  FOR looks IN
    SELECT c.oid::regclass FROM pg_class c
    WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'v'
      AND c.relname ~ '^(pg_stat_.*|pg_statio_.*|pg_prepared_statements|pg_prepared_xacts|pg_cursors|pg_locks)$'
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', looks);
  END LOOP;
END
$$;
