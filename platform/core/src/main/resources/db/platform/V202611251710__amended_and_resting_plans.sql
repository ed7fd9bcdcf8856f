-- An approved plan may rest, and may have an amendment in approval: then its row names the step that decides next, as it
-- does for the plan itself, and its state stays.
ALTER TABLE support_plan
    DROP CONSTRAINT support_plan_state_check,
    DROP CONSTRAINT support_plan_check,
    DROP CONSTRAINT support_plan_check2,
    ADD CONSTRAINT support_plan_state_check CHECK (state IN ('DRAFT', 'IN_APPROVAL', 'RETURNED', 'REJECTED', 'ACTIVE',
        'SUSPENDED', 'EVALUATED', 'CLOSED', 'TERMINATED')),
    ADD CONSTRAINT support_plan_step_check CHECK (CASE state WHEN 'IN_APPROVAL' THEN approval_step IS NOT NULL
        WHEN 'ACTIVE' THEN true WHEN 'SUSPENDED' THEN true ELSE approval_step IS NULL END),
    ADD CONSTRAINT support_plan_approved_check CHECK (
        (state IN ('ACTIVE', 'SUSPENDED', 'EVALUATED', 'CLOSED', 'TERMINATED')) = (approved_on IS NOT NULL)),
    ADD CONSTRAINT support_plan_resting_check CHECK (state <> 'SUSPENDED' OR reason IS NOT NULL);

DROP INDEX support_plan_waiting;
CREATE INDEX support_plan_waiting ON support_plan (school_id, approval_step) WHERE approval_step IS NOT NULL;

-- A change of an approved plan. proposed and replaced are documents: they are read whole and never counted, searched or
-- reached by; what is in force stands in the plan's own rows. replaced: what the plan said before, once this is adopted,
-- so that every approved edition stays readable.
CREATE TABLE plan_amendment (
    id         uuid PRIMARY KEY,
    plan_id    uuid NOT NULL REFERENCES support_plan,
    edition    integer NOT NULL CHECK (edition > 1),
    author_id  uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    stage      text NOT NULL CHECK (stage IN ('WRITTEN', 'IN_APPROVAL', 'RETURNED', 'ADOPTED', 'REJECTED',
                   'DISCARDED')),
    started_on date NOT NULL,
    ended_on   date,
    reason     text,
    proposed   text NOT NULL CHECK (proposed IS JSON OBJECT),
    replaced   text CHECK (replaced IS JSON OBJECT),
    CHECK ((stage IN ('ADOPTED', 'REJECTED', 'DISCARDED')) = (ended_on IS NOT NULL)),
    CHECK ((stage = 'ADOPTED') = (replaced IS NOT NULL)),
    CHECK (stage NOT IN ('RETURNED', 'REJECTED') OR reason IS NOT NULL),
    CHECK (ended_on >= started_on)
);
-- one at a time, and each edition once, whatever two authors do at the same moment
CREATE UNIQUE INDEX plan_amendment_one_pending ON plan_amendment (plan_id)
    WHERE stage IN ('WRITTEN', 'IN_APPROVAL', 'RETURNED');
CREATE UNIQUE INDEX plan_amendment_edition ON plan_amendment (plan_id, edition) WHERE stage = 'ADOPTED';
CREATE INDEX plan_amendment_of_plan ON plan_amendment (plan_id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON plan_amendment
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- what a decision was about; none: the plan itself
ALTER TABLE plan_approval
    ADD COLUMN amendment_id uuid REFERENCES plan_amendment DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE plan_suspension (
    id        uuid PRIMARY KEY,
    plan_id   uuid NOT NULL REFERENCES support_plan,
    person_id uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    since     date NOT NULL,
    ended_on  date,
    reason    text NOT NULL,
    CHECK (ended_on >= since)
);
CREATE UNIQUE INDEX plan_suspension_one_open ON plan_suspension (plan_id) WHERE ended_on IS NULL;
CREATE INDEX plan_suspension_of_plan ON plan_suspension (plan_id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON plan_suspension
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- Whose decision a plan waits for: the step is one of the person's roles at the plan's school, and neither the plan nor
-- the amendment that waits is the own.
CREATE OR REPLACE VIEW waiting_decision AS
    SELECT w.id AS plan_id, r.staff_id AS person_id
    FROM support_plan w
    JOIN approval_step n ON n.programme = w.programme AND n.ordinal = w.approval_step
    JOIN staff_role_today r ON r.role = n.role AND (r.school_id = w.school_id OR r.school_id IS NULL)
    WHERE w.approval_step IS NOT NULL AND w.author_id <> r.staff_id
      AND NOT EXISTS (SELECT 1 FROM plan_amendment a
                      WHERE a.plan_id = w.id AND a.stage = 'IN_APPROVAL' AND a.author_id = r.staff_id);
