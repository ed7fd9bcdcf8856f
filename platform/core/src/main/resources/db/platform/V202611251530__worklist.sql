-- What is due, and since when. in_state_since: the day on which the plan came to where it is; kept by the database, so
-- that no way of changing a plan can forget it.
ALTER TABLE support_plan
    ADD COLUMN in_state_since date NOT NULL DEFAULT ((now() AT TIME ZONE 'Europe/Riga')::date);

-- of plans that were there before, the last day that is known about them
UPDATE support_plan p
SET in_state_since = coalesce(p.terminated_on, p.closed_on, p.evaluated_on, p.approved_on,
    (SELECT max(a.decided_on) FROM plan_approval a WHERE a.plan_id = p.id), p.applied_on, p.in_state_since);

CREATE FUNCTION plan_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.in_state_since := (now() AT TIME ZONE 'Europe/Riga')::date;
  RETURN NEW;
END
$$;
CREATE TRIGGER moved BEFORE UPDATE ON support_plan
    FOR EACH ROW WHEN ((OLD.state, OLD.approval_step) IS DISTINCT FROM (NEW.state, NEW.approval_step))
    EXECUTE FUNCTION plan_moved();

-- Whose decision a plan waits for: the step is one of the person's roles at the plan's school, and the plan is not the own.
CREATE VIEW waiting_decision AS
    SELECT w.id AS plan_id, r.staff_id AS person_id
    FROM support_plan w
    JOIN approval_step n ON n.programme = w.programme AND n.ordinal = w.approval_step
    JOIN staff_role_today r ON r.role = n.role AND (r.school_id = w.school_id OR r.school_id IS NULL)
    WHERE w.state = 'IN_APPROVAL' AND w.author_id <> r.staff_id;

-- How many days a piece of work may take, by programme and from a day on. No document of the programmes names such a
-- limit: a municipality sets its own, and where it sets none nothing is late.
CREATE TABLE work_deadline (
    id         uuid PRIMARY KEY DEFAULT uuidv7(),
    programme  text NOT NULL REFERENCES programme,
    work       text NOT NULL CHECK (work IN ('DECIDE', 'CORRECT', 'WRITE', 'EVALUATE', 'CLOSE')),
    -- none: from that day on there is no limit
    days       integer CHECK (days BETWEEN 0 AND 366),
    valid_from date NOT NULL,
    UNIQUE (programme, work, valid_from)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON work_deadline
    FOR EACH ROW EXECUTE FUNCTION record_change();
