-- schema_version: what the tenant's schema holds, as module=version separated by spaces; null as long as nobody knows.
-- It stands in the row that every request reads anyway: a server refuses a tenant whose schema is older than itself.
ALTER TABLE tenant
  ADD COLUMN schema_version text,
  ADD COLUMN migration_failed boolean NOT NULL DEFAULT false;

-- The file that was applied last, so that a run that broke can go on without it. The administrators are people: they
-- are kept apart, and only until they have been invited.
CREATE TABLE tenant_file (
  tenant_id uuid PRIMARY KEY REFERENCES tenant,
  content jsonb NOT NULL,
  administrators jsonb
);

-- reason is a code with a text in each language; reason_detail is a SQL state, the name of a class or a number of people,
-- never a message: messages of databases quote values.
ALTER TABLE provisioning_step
  DROP CONSTRAINT provisioning_step_state_check,
  ADD CONSTRAINT provisioning_step_state_check CHECK (state IN ('STARTED', 'DONE', 'FAILED')),
  ADD COLUMN reason text,
  ADD COLUMN reason_detail text;

-- One row per run over the tenants that are behind. STOPPED: the canary failed, the others were not touched.
-- INTERRUPTED: the next run found it dead.
CREATE TABLE migration_run (
  id uuid PRIMARY KEY,
  build text NOT NULL,
  state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED', 'STOPPED', 'INTERRUPTED')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK ((state = 'RUNNING') = (ended_at IS NULL))
);
CREATE INDEX migration_run_by_time ON migration_run (started_at DESC);

CREATE TABLE tenant_migration (
  run_id uuid NOT NULL REFERENCES migration_run,
  tenant_id uuid NOT NULL REFERENCES tenant,
  module text NOT NULL,
  from_version text,
  to_version text NOT NULL,
  state text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED', 'INTERRUPTED')),
  started_at timestamptz,
  ended_at timestamptz,
  reason text,
  reason_detail text,
  PRIMARY KEY (run_id, tenant_id, module),
  CHECK ((state = 'FAILED') = (reason IS NOT NULL))
);
