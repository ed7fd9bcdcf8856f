-- Both logs take who acts, by which roles and permission, and what for, from the transaction, where the gate bound it.
-- Nothing bound means the platform itself; nobody is guessed.

ALTER TABLE change_log ADD COLUMN roles text[], ADD COLUMN permission text;
-- rows come in the order of time: a summary a block is enough to find a period
CREATE INDEX change_log_at ON change_log USING brin (at) WITH (autosummarize = on);

CREATE OR REPLACE FUNCTION record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
BEGIN
  IF TG_OP = 'UPDATE' AND old_row = new_row THEN
    RETURN NULL;
  END IF;
  INSERT INTO change_log (actor, roles, permission, table_name, row_id, act, before, after)
  VALUES (nullif(current_setting('pumpurs.actor', true), '')::uuid,
    string_to_array(nullif(current_setting('pumpurs.roles', true), ''), ','),
    nullif(current_setting('pumpurs.permission', true), ''), TG_TABLE_NAME,
    (coalesce(new_row, old_row) ->> 'id')::uuid, TG_OP, old_row, new_row);
  RETURN NULL;
END
$$;

-- Who was shown which learner, or how many rows of a list, and what for. The working role may add the last three
-- columns and nothing else: it names nobody, dates nothing, and cannot read, change or remove a row. A transaction
-- without a person cannot add one. filters: by what a list was narrowed, never to what.
CREATE TABLE read_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  person uuid NOT NULL DEFAULT nullif(current_setting('pumpurs.actor', true), '')::uuid,
  roles text[] NOT NULL DEFAULT string_to_array(nullif(current_setting('pumpurs.roles', true), ''), ','),
  permission text NOT NULL DEFAULT nullif(current_setting('pumpurs.permission', true), ''),
  purposes text[] NOT NULL DEFAULT string_to_array(nullif(current_setting('pumpurs.purposes', true), ''), ','),
  learner_id uuid,
  row_count integer CHECK (row_count >= 0),
  filters text[],
  CHECK ((learner_id IS NULL) <> (row_count IS NULL)),
  CHECK ((filters IS NULL) = (row_count IS NULL))
);
CREATE INDEX read_log_at ON read_log USING brin (at) WITH (autosummarize = on);
-- who opened this learner's file
CREATE INDEX read_log_of_learner ON read_log (learner_id, id DESC) WHERE learner_id IS NOT NULL;

-- The logs open to a transaction that the gate bound for reading them, and to no other: the working role cannot bind
-- one itself. Encrypted codes, their index and folded names never leave the table. changed: columns that differ.
CREATE VIEW shown_change AS
  SELECT c.id, c.at, c.actor, c.roles, c.table_name, c.row_id, c.act,
    c.before - '{personal_code,personal_code_index,search_name}'::text[] AS before,
    c.after - '{personal_code,personal_code_index,search_name}'::text[] AS after,
    ARRAY(SELECT k FROM jsonb_object_keys(coalesce(c.after, c.before)) k
          WHERE coalesce(c.before -> k, 'null') <> coalesce(c.after -> k, 'null')) AS changed
  FROM change_log c
  WHERE current_setting('pumpurs.permission', true) = 'log:read';

CREATE VIEW shown_read AS
  SELECT r.id, r.at, r.person, r.roles, r.permission, r.purposes, r.learner_id, r.row_count, r.filters
  FROM read_log r
  WHERE current_setting('pumpurs.permission', true) = 'log:read';
