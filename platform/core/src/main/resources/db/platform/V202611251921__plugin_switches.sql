-- The municipality allows a plugin that the operator offers; on_by_default: schools have it unless they switch it off.
CREATE TABLE plugin_permit (
  id uuid PRIMARY KEY,
  plugin text NOT NULL UNIQUE CHECK (plugin ~ '^[a-z][a-z0-9-]{0,29}$'),
  allowed boolean NOT NULL,
  on_by_default boolean NOT NULL,
  version integer NOT NULL DEFAULT 0
);

-- What a school has decided for itself.
CREATE TABLE plugin_school (
  id uuid PRIMARY KEY,
  plugin text NOT NULL REFERENCES plugin_permit (plugin),
  school_id uuid NOT NULL REFERENCES school,
  enabled boolean NOT NULL,
  version integer NOT NULL DEFAULT 0,
  UNIQUE (plugin, school_id)
);

-- A value of the municipality (school_id is null) or of a school; value is null where only bounds are said.
-- least, most, fixed: what the municipality leaves to its schools.
CREATE TABLE plugin_setting (
  id uuid PRIMARY KEY,
  plugin text NOT NULL REFERENCES plugin_permit (plugin),
  school_id uuid REFERENCES school,
  name text NOT NULL CHECK (name ~ '^[a-z][A-Za-z0-9]{0,59}$'),
  value text CHECK (length(value) <= 1000),
  least integer,
  most integer,
  fixed boolean NOT NULL DEFAULT false,
  UNIQUE NULLS NOT DISTINCT (plugin, school_id, name),
  CHECK (least <= most),
  CHECK (school_id IS NULL OR (least IS NULL AND most IS NULL AND NOT fixed))
);

CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON plugin_permit
    FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON plugin_school
    FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON plugin_setting
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- Where each plugin is on, as far as the tenant decides; what the operator offers is in the registry.
CREATE VIEW spi_plugin_school AS
    SELECT p.plugin, s.id AS school_id
    FROM plugin_permit p
    CROSS JOIN school s
    LEFT JOIN plugin_school o ON o.plugin = p.plugin AND o.school_id = s.id
    WHERE p.allowed AND coalesce(o.enabled, p.on_by_default);

-- Until now every tenant had consultations, in all schools.
INSERT INTO plugin_permit (id, plugin, allowed, on_by_default, version)
SELECT uuidv7(), 'consultations', true, true, 1
WHERE to_regclass('${flyway:defaultSchema}.consultation') IS NOT NULL;
