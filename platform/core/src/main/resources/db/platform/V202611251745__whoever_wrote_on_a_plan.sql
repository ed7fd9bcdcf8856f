-- Who wrote on a plan, or on the amendment under way, beside its author: they decide on it no more than the author does.
CREATE TABLE plan_writer (
    id        uuid PRIMARY KEY DEFAULT uuidv7(),
    plan_id   uuid NOT NULL REFERENCES support_plan ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (plan_id, person_id)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON plan_writer
    FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE OR REPLACE VIEW waiting_decision AS
    SELECT w.id AS plan_id, r.staff_id AS person_id
    FROM support_plan w
    JOIN approval_step n ON n.programme = w.programme AND n.ordinal = w.approval_step
    JOIN staff_role_today r ON r.role = n.role AND (r.school_id = w.school_id OR r.school_id IS NULL)
    WHERE w.approval_step IS NOT NULL AND w.author_id <> r.staff_id
      AND NOT EXISTS (SELECT 1 FROM plan_amendment a
                      WHERE a.plan_id = w.id AND a.stage = 'IN_APPROVAL' AND a.author_id = r.staff_id)
      AND NOT EXISTS (SELECT 1 FROM plan_writer o WHERE o.plan_id = w.id AND o.person_id = r.staff_id);
