-- A person who is forgotten: the rows stay and count, who it was is gone. A forgotten learner is at no school, so no list
-- has the learner, and nobody finds the record by name or code.
ALTER TABLE learner
    ADD COLUMN anonymised_on date,
    ADD CHECK (anonymised_on IS NULL OR (latest_enrolment_id IS NULL AND email IS NULL AND personal_code IS NULL
               AND birth_date IS NULL AND search_name = ''));
-- the day from which a plan holds figures only
ALTER TABLE support_plan ADD COLUMN forgotten_on date;

CREATE OR REPLACE VIEW spi_learner AS
    SELECT l.id, l.given_name, l.family_name, l.search_name, e.class_name, e.grade, e.school_id, s.name AS school_name
    FROM learner l
    LEFT JOIN enrolment e ON e.id = l.latest_enrolment_id
    LEFT JOIN school s ON s.id = e.school_id
    WHERE l.merged_into IS NULL AND l.anonymised_on IS NULL;

-- A document of a plan without the words that somebody wrote: risks, measures and days stay.
CREATE FUNCTION plan_without_words(document text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('appliedOn', d -> 'appliedOn', 'appliedBy', d -> 'appliedBy',
    'risks', coalesce((SELECT jsonb_agg(jsonb_build_object('risk', r -> 'risk', 'severity', r -> 'severity'))
                       FROM jsonb_array_elements(d -> 'risks') r), '[]'),
    'measures', coalesce((SELECT jsonb_agg(jsonb_build_object('id', m -> 'id', 'kind', m -> 'kind',
                            'provider', m -> 'provider', 'quantity', m -> 'quantity', 'startsOn', m -> 'startsOn',
                            'endsOn', m -> 'endsOn', 'risks', m -> 'risks'))
                          FROM jsonb_array_elements(d -> 'measures') m), '[]')))::text
  FROM (SELECT document::jsonb AS d) x
$$;
GRANT EXECUTE ON FUNCTION plan_without_words(text) TO ${flyway:defaultSchema};

-- What the log of changes said of a forgotten row goes too; that something changed, when and by whom of the staff, stays.
ALTER TABLE change_log ADD COLUMN redacted_at timestamptz;

CREATE OR REPLACE VIEW shown_change AS
  SELECT c.id, c.at, c.actor, c.roles, c.table_name, c.row_id, c.act,
    c.before - '{personal_code,personal_code_index,search_name}'::text[] AS before,
    c.after - '{personal_code,personal_code_index,search_name}'::text[] AS after,
    ARRAY(SELECT k FROM jsonb_object_keys(coalesce(c.after, c.before)) k
          WHERE coalesce(c.before -> k, 'null') <> coalesce(c.after -> k, 'null')) AS changed,
    c.redacted_at IS NOT NULL AS redacted
  FROM change_log c
  WHERE current_setting('pumpurs.permission', true) = 'log:read';

-- who opened a file is also part of everything that is kept about a learner
CREATE OR REPLACE VIEW shown_reader AS
  SELECT r.id, r.at, r.person, r.roles, r.permission, r.learner_id
  FROM read_log r
  WHERE r.learner_id IS NOT NULL
    AND current_setting('pumpurs.permission', true) IN ('readers:read', 'subject:export');

-- The logs forget in two transactions only: the act of whoever serves the requests of data subjects, and the platform's
-- own work, which has no person. What the gate bound says which one this is; no statement can say otherwise.
CREATE FUNCTION may_forget() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('pumpurs.actor', true), '') = ''
      OR current_setting('pumpurs.permission', true) = 'subject:anonymise'
$$;

-- Which tables have rows that belong to a row of another one, and by which column: the reference cannot be empty. A
-- column learner_id always belongs, also where a plugin refers to nothing.
CREATE VIEW row_of_another AS
  SELECT t.relname::text AS of_table, a.attname::text AS by_column
  FROM pg_catalog.pg_class t
  JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE t.relnamespace = '${flyway:defaultSchema}'::regnamespace AND t.relkind = 'r'
    AND (a.attname = 'learner_id'
         OR (a.attnotnull AND EXISTS (SELECT 1 FROM pg_catalog.pg_constraint f
               WHERE f.contype = 'f' AND f.conrelid = t.oid AND f.confrelid <> t.oid AND a.attnum = ANY (f.conkey))));

-- Redacts what the log holds of each row that this transaction has changed, and of whatever belongs to such a row or
-- once did, since a row that was removed long ago is still in the log. Called last; gives the number of entries.
CREATE FUNCTION forget_changes() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
  known text[];
  more text[];
  entries bigint;
BEGIN
  IF NOT may_forget() THEN
    RAISE EXCEPTION 'The log forgets nothing here.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT coalesce(array_agg(DISTINCT c.row_id::text), '{}') INTO known FROM change_log c
  WHERE c.at >= now() AND c.xmin = pg_current_xact_id()::xid;
  LOOP
    SELECT array_agg(DISTINCT c.row_id::text) INTO more
    FROM change_log c JOIN row_of_another b ON b.of_table = c.table_name
    WHERE (c.before ->> b.by_column = ANY (known) OR c.after ->> b.by_column = ANY (known))
      AND c.row_id::text <> ALL (known);
    EXIT WHEN more IS NULL;
    known := known || more;
  END LOOP;
  -- a family that acted is known by its key: who it was goes with the rest
  UPDATE change_log c SET before = NULL, after = NULL, redacted_at = clock_timestamp(),
    actor = CASE WHEN c.roles && ARRAY['GUARDIAN', 'LEARNER'] THEN NULL ELSE c.actor END
  WHERE c.row_id = ANY (known::uuid[]) AND c.redacted_at IS NULL;
  GET DIAGNOSTICS entries = ROW_COUNT;
  RETURN entries;
END
$$;

-- Who of the family read the file, and in which words somebody said why, is gone; that the file was read stays.
CREATE FUNCTION forget_readings(the_learners uuid[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
  entries bigint;
BEGIN
  IF NOT may_forget() THEN
    RAISE EXCEPTION 'The log forgets nothing here.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE read_log r SET reason = NULL,
    person = CASE WHEN r.roles && ARRAY['GUARDIAN', 'LEARNER'] THEN r.learner_id ELSE r.person END
  WHERE r.learner_id = ANY (the_learners) AND (r.reason IS NOT NULL OR r.roles && ARRAY['GUARDIAN', 'LEARNER']);
  GET DIAGNOSTICS entries = ROW_COUNT;
  RETURN entries;
END
$$;
GRANT EXECUTE ON FUNCTION forget_changes(), forget_readings(uuid[]) TO ${flyway:defaultSchema};

-- Somebody must be kept whatever the years say: a court, an audit. One at a time.
CREATE TABLE legal_hold (
    id         uuid PRIMARY KEY,
    learner_id uuid NOT NULL REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    reason     text NOT NULL CHECK (length(btrim(reason)) BETWEEN 10 AND 500),
    placed_by  uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    placed_on  date NOT NULL,
    lifted_by  uuid REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    lifted_on  date,
    CHECK ((lifted_on IS NULL) = (lifted_by IS NULL)),
    CHECK (lifted_on >= placed_on)
);
CREATE UNIQUE INDEX legal_hold_one_open ON legal_hold (learner_id) WHERE lifted_on IS NULL;
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON legal_hold
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- What was done to somebody's data, in numbers. person_id is empty for the platform, which follows the years that are
-- set. learner_id: the key of rows that tell nobody any more.
CREATE TABLE privacy_act (
    id          uuid PRIMARY KEY,
    learner_id  uuid NOT NULL REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    kind        text NOT NULL CHECK (kind IN ('ANONYMISED', 'EXPIRED', 'SHORTENED')),
    person_id   uuid REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    reason      text CHECK (length(btrim(reason)) BETWEEN 10 AND 500),
    done_at     timestamptz NOT NULL,
    rows        integer NOT NULL CHECK (rows >= 0),
    log_entries integer NOT NULL CHECK (log_entries >= 0),
    CHECK ((kind = 'ANONYMISED') = (person_id IS NOT NULL) AND (person_id IS NULL) = (reason IS NULL))
);
CREATE INDEX privacy_act_done ON privacy_act (done_at DESC);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON privacy_act
    FOR EACH ROW EXECUTE FUNCTION record_change();
