-- What waits for the national operator's decision, in all tenants: no name, only the plan's code, and where it is. Kept
-- by the tenants' own triggers in the transaction that changes the plan, so that it is never another than theirs and the
-- queue is one statement, however many tenants there are.
CREATE TABLE plan_review (
  schema_name text NOT NULL REFERENCES tenant (schema_name),
  plan_id uuid NOT NULL,
  code text NOT NULL,
  programme text NOT NULL,
  semester text NOT NULL,
  since date NOT NULL,
  PRIMARY KEY (schema_name, plan_id)
);
CREATE INDEX plan_review_by_age ON plan_review (since, code);

-- tenants: the slugs whose plans an operator reviews and whose doors open to the person; null for all.
ALTER TABLE operator ADD COLUMN tenants text[];

-- Called by migrations' code only, that is by triggers of the tenants' schemas, which act as their owners: a working role
-- can neither reach this schema nor call anything in it, so that no tenant speaks for another.
CREATE FUNCTION plan_waits(schema_name text, plan_id uuid, code text, programme text, semester text, since date)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
  INSERT INTO plan_review VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (schema_name, plan_id) DO UPDATE SET since = excluded.since;
$$;
CREATE FUNCTION plan_waits_no_more(schema_name text, plan_id uuid)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
  DELETE FROM plan_review r WHERE r.schema_name = $1 AND r.plan_id = $2;
$$;
REVOKE EXECUTE ON FUNCTION plan_waits, plan_waits_no_more FROM PUBLIC;
GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO pumpurs_owner;
GRANT EXECUTE ON FUNCTION plan_waits, plan_waits_no_more TO pumpurs_owner;
