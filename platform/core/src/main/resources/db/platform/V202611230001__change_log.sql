-- What changed, when and by whom. The working role has no right on this table: rows come by the trigger only, which
-- acts as the owner, and nobody who works for a tenant can alter or remove them.
CREATE TABLE change_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor uuid,
  table_name text NOT NULL,
  row_id uuid NOT NULL,
  act text NOT NULL CHECK (act IN ('INSERT', 'UPDATE', 'DELETE')),
  before jsonb,
  after jsonb
);
CREATE INDEX change_log_row ON change_log (row_id, id);

-- search_path of a SECURITY DEFINER function is fixed, else the caller could point it at tables of his own
CREATE FUNCTION record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
BEGIN
  IF TG_OP = 'UPDATE' AND old_row = new_row THEN
    RETURN NULL;
  END IF;
  INSERT INTO change_log (actor, table_name, row_id, act, before, after)
  VALUES (nullif(current_setting('pumpurs.actor', true), '')::uuid, TG_TABLE_NAME,
    (coalesce(new_row, old_row) ->> 'id')::uuid, TG_OP, old_row, new_row);
  RETURN NULL;
END
$$;
