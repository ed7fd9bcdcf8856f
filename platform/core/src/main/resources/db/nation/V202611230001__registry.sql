-- The registry of tenants: what a file under tenants/ says, and how far its provisioning came.
CREATE TABLE tenant (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  schema_name text NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('MUNICIPALITY', 'STATE_INSTITUTION')),
  atvk_code text,
  atvk_valid_from date,
  atvk_valid_to date,
  locale text NOT NULL,
  state text NOT NULL CHECK (state IN ('PROVISIONING', 'ACTIVE')),
  predecessor jsonb,
  successor jsonb,
  file_digest text NOT NULL,
  CHECK (atvk_valid_from IS NULL OR atvk_valid_to IS NULL OR atvk_valid_from <= atvk_valid_to)
);

-- A killed run goes on where it stopped: a step that is DONE for this file is not taken again.
CREATE TABLE provisioning_step (
  tenant_id uuid NOT NULL REFERENCES tenant,
  step text NOT NULL,
  state text NOT NULL CHECK (state IN ('STARTED', 'DONE')),
  at timestamptz NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (tenant_id, step)
);

-- People of the national operator; they are in no tenant.
CREATE TABLE operator (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('OPERATOR_ADMIN', 'OPERATOR_REVIEWER', 'AUDITOR')),
  valid_from date NOT NULL,
  valid_to date
);

-- What operators did to tenants; rows are only added.
CREATE TABLE operator_log (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  operator_subject text NOT NULL,
  act text NOT NULL,
  tenant_slug text,
  reason text NOT NULL CHECK (length(trim(reason)) > 0)
);
