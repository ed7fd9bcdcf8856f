-- What a plugin may know of plans, as spi_learner is of learners: what everybody knows who reaches the plan, and no
-- words about anybody. Every plan of the tenant is there: a query restricts it by spi_learner_access.
CREATE VIEW spi_plan AS
    SELECT p.id, p.code, p.learner_id, p.school_id, p.semester, p.programme, p.state, p.active_from, p.active_to
    FROM support_plan p;

CREATE VIEW spi_measure AS
    SELECT m.id, m.plan_id, m.kind, k.name_lv AS kind_lv, k.name_en AS kind_en, k.unit, m.provider_id, m.subject,
           m.planned_quantity, m.starts_on, m.ends_on
    FROM planned_measure m JOIN measure_kind k ON k.code = m.kind;

-- Days on which an approved plan rested: the first of them, and the day on which it went on, if it has.
CREATE VIEW spi_plan_rest AS
    SELECT s.id, s.plan_id, s.since, s.ended_on FROM plan_suspension s;

-- A table of a plugin may also say by an exclusion that two rows do not go together: what the other record of a child
-- has at the same time stays where it was.
CREATE OR REPLACE FUNCTION move_rows_of_learner(the_learner uuid, into_learner uuid)
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
      EXCEPTION WHEN unique_violation OR exclusion_violation THEN
        stayed := stayed + 1;
      END;
    END LOOP;
    RETURN NEXT;
  END LOOP;
END
$$;
