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

-- Who works here, by name: whom a plugin's rows name by key.
CREATE VIEW spi_staff AS
    SELECT s.id, s.given_name, s.family_name FROM staff s;

-- Schools by name, and who has which role at which of them today; whoever has it for the whole tenant has it at each.
CREATE VIEW spi_school AS
    SELECT s.id, s.name FROM school s;
CREATE VIEW spi_school_access AS
    SELECT r.staff_id AS person_id, r.role, s.id AS school_id
    FROM staff_role_today r JOIN school s ON s.id = r.school_id OR r.school_id IS NULL;

-- Whose role is for the whole tenant today: asked once a statement, where spi_learner_access is asked once a learner.
CREATE VIEW spi_tenant_access AS
    SELECT w.person_id, w.role FROM whole_tenant_today w;

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
