-- A child entered twice becomes one record. The other record stays, empty, and says which one it is now: old addresses
-- and both logs still find the child. Nothing is deleted.
ALTER TABLE learner
    ADD COLUMN merged_into uuid REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    ADD CHECK (merged_into <> id),
    -- whoever is another record is at no school, has no login and no code of the own
    ADD CHECK (merged_into IS NULL
               OR (latest_enrolment_id IS NULL AND email IS NULL AND personal_code IS NULL));
CREATE INDEX learner_merged ON learner (merged_into) WHERE merged_into IS NOT NULL;

-- Personal codes that a learner had before: replaced by a new one, or brought along by a record that was merged.
-- Encrypted for the row's own key, so that a merge can move it; the index finds the learner as the present one does.
CREATE TABLE former_personal_code (
    id                  uuid PRIMARY KEY,
    learner_id          uuid NOT NULL REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    personal_code       bytea NOT NULL,
    personal_code_index bytea NOT NULL UNIQUE,
    valid_to            date NOT NULL
);
CREATE INDEX former_personal_code_of_learner ON former_personal_code (learner_id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON former_personal_code
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- A plugin knows the learners that there are, and none that has become another.
CREATE OR REPLACE VIEW spi_learner AS
    SELECT l.id, l.given_name, l.family_name, l.search_name, e.class_name, e.grade, e.school_id, s.name AS school_name
    FROM learner l
    LEFT JOIN enrolment e ON e.id = l.latest_enrolment_id
    LEFT JOIN school s ON s.id = e.school_id
    WHERE l.merged_into IS NULL;

-- Every table that holds something of a learner, of the core and of every plugin, whichever come to be: the column is
-- called learner_id everywhere. Not among them: the log of readings, which nobody may alter and which says the truth
-- about the past, and the rows of an import under way, whose check fails when a learner has changed.
CREATE FUNCTION tables_of_learners() RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT c.relname::text
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = '${flyway:defaultSchema}'::regnamespace AND c.relkind = 'r'
      AND a.attname = 'learner_id' AND a.attnum > 0 AND NOT a.attisdropped
      AND c.relname NOT IN ('read_log', 'roster_line', 'roster_gone')
    ORDER BY 1
$$;

-- How many rows of each table are about a learner.
CREATE FUNCTION rows_of_learner(the_learner uuid) RETURNS TABLE (of_table text, how_many bigint) LANGUAGE plpgsql STABLE AS $$
BEGIN
  FOR of_table IN SELECT tables_of_learners() LOOP
    EXECUTE format('SELECT count(*) FROM %I WHERE learner_id = $1', of_table) INTO how_many USING the_learner;
    RETURN NEXT;
  END LOOP;
END
$$;

-- Gives the rows of one learner to another. What the other has already (a table's own keys say so: the same class from
-- the same day, the same guardian) stays where it was and is lost to nobody.
CREATE FUNCTION move_rows_of_learner(the_learner uuid, into_learner uuid)
RETURNS TABLE (of_table text, moved bigint, stayed bigint) LANGUAGE plpgsql AS $$
DECLARE
  one tid;
BEGIN
  FOR of_table IN SELECT tables_of_learners() LOOP
    moved := 0;
    stayed := 0;
    FOR one IN EXECUTE format('SELECT ctid FROM %I WHERE learner_id = $1', of_table) USING the_learner LOOP
      BEGIN
        EXECUTE format('UPDATE %I SET learner_id = $1 WHERE ctid = $2', of_table) USING into_learner, one;
        moved := moved + 1;
      EXCEPTION WHEN unique_violation THEN
        stayed := stayed + 1;
      END;
    END LOOP;
    RETURN NEXT;
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION tables_of_learners(), rows_of_learner(uuid), move_rows_of_learner(uuid, uuid)
    TO ${flyway:defaultSchema};
