-- offered: ids of the plugins that the operator offers to the tenant, separated by spaces. It stands in the row that every
-- request reads anyway. offered_by_file: what the tenant's files have offered before; a file offers once, people decide after.
ALTER TABLE tenant
  ADD COLUMN offered text NOT NULL DEFAULT '',
  ADD COLUMN offered_by_file text NOT NULL DEFAULT '';

-- Until now every tenant had consultations.
UPDATE tenant SET offered = 'consultations', offered_by_file = 'consultations'
WHERE schema_version ~ '(^| )consultations=';

-- How far bringing a plugin's tables into a tenant came. reason is a code with a text in each language, as of a migration.
CREATE TABLE plugin_installation (
  tenant_id uuid NOT NULL REFERENCES tenant,
  plugin text NOT NULL CHECK (plugin ~ '^[a-z][a-z0-9-]{0,29}$'),
  version text NOT NULL,
  state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  reason text,
  reason_detail text,
  PRIMARY KEY (tenant_id, plugin),
  CHECK ((state = 'FAILED') = (reason IS NOT NULL)),
  CHECK ((state = 'RUNNING') = (ended_at IS NULL))
);
