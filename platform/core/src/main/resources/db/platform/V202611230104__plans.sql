-- One plan is for one learner and one semester. The state is stored so that lists can filter by it; the dates are the
-- facts it follows from. approval_step: the step that decides next, while the plan is in approval.
CREATE TABLE support_plan (
    id             uuid PRIMARY KEY,
    code           text NOT NULL UNIQUE,
    learner_id     uuid NOT NULL REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    school_id      uuid NOT NULL REFERENCES school DEFERRABLE INITIALLY DEFERRED,
    semester       text NOT NULL REFERENCES semester,
    programme      text NOT NULL REFERENCES programme,
    author_id      uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    state          text NOT NULL CHECK (state IN ('DRAFT', 'IN_APPROVAL', 'RETURNED', 'REJECTED', 'ACTIVE',
                       'EVALUATED', 'CLOSED', 'TERMINATED')),
    approval_step  integer,
    applied_on     date,
    applied_by     text CHECK (applied_by IN ('GUARDIAN', 'LEARNER')),
    approved_on    date,
    active_from    date,
    active_to      date,
    evaluated_on   date,
    closed_on      date,
    terminated_on  date,
    result         text CHECK (result IN ('ELIMINATED', 'REDUCED', 'UNCHANGED', 'GROWN')),
    reason         text,
    predecessor_id uuid REFERENCES support_plan DEFERRABLE INITIALLY DEFERRED,
    version        integer NOT NULL,
    CHECK ((state = 'IN_APPROVAL') = (approval_step IS NOT NULL)),
    CHECK ((applied_on IS NULL) = (applied_by IS NULL)),
    CHECK ((state IN ('ACTIVE', 'EVALUATED', 'CLOSED', 'TERMINATED')) = (approved_on IS NOT NULL)),
    CHECK ((approved_on IS NULL) = (active_from IS NULL) AND (active_from IS NULL) = (active_to IS NULL)),
    CHECK (active_from <= active_to),
    CHECK (evaluated_on >= active_from),
    CHECK (closed_on >= evaluated_on),
    CHECK ((state = 'CLOSED') = (closed_on IS NOT NULL)),
    CHECK ((state = 'TERMINATED') = (terminated_on IS NOT NULL)),
    CHECK (state NOT IN ('EVALUATED', 'CLOSED') OR evaluated_on IS NOT NULL),
    CHECK ((evaluated_on IS NULL) = (result IS NULL)),
    CHECK (state NOT IN ('RETURNED', 'REJECTED', 'TERMINATED') OR reason IS NOT NULL),
    CHECK (predecessor_id <> id)
);
-- A plan is open while it is not rejected, closed or terminated; a learner has one open plan a school, semester and
-- programme, whatever two authors do at the same moment.
CREATE UNIQUE INDEX support_plan_one_open ON support_plan (learner_id, school_id, semester, programme)
    WHERE state NOT IN ('REJECTED', 'CLOSED', 'TERMINATED');
CREATE INDEX support_plan_of_learner ON support_plan (learner_id, semester);
CREATE INDEX support_plan_of_school ON support_plan (school_id, semester, state);
CREATE INDEX support_plan_of_semester ON support_plan (semester, state, learner_id);
CREATE INDEX support_plan_predecessor ON support_plan (predecessor_id) WHERE predecessor_id IS NOT NULL;
-- learners supported in a period: which plans were active between two days
CREATE INDEX support_plan_active ON support_plan (active_from, active_to) INCLUDE (learner_id, school_id)
    WHERE active_from IS NOT NULL;
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON support_plan
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- Last number given out of each series of plan codes; locking the row keeps the numbers without a sequence.
CREATE TABLE plan_number (
    prefix   text NOT NULL,
    semester text NOT NULL REFERENCES semester,
    last     integer NOT NULL,
    PRIMARY KEY (prefix, semester)
);

CREATE TABLE plan_risk (
    id       uuid PRIMARY KEY,
    plan_id  uuid NOT NULL REFERENCES support_plan,
    risk     text NOT NULL REFERENCES risk,
    severity text NOT NULL CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH')),
    note     text,
    UNIQUE (plan_id, risk)
);
CREATE INDEX plan_risk_by_risk ON plan_risk (risk, plan_id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON plan_risk
    FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TABLE planned_measure (
    id                 uuid PRIMARY KEY,
    plan_id            uuid NOT NULL REFERENCES support_plan,
    kind               text NOT NULL REFERENCES measure_kind,
    provider_id        uuid REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    subject            text,
    planned_quantity   numeric(8, 2) NOT NULL CHECK (planned_quantity > 0),
    delivered_quantity numeric(8, 2) NOT NULL CHECK (delivered_quantity >= 0),
    starts_on          date NOT NULL,
    ends_on            date NOT NULL,
    CHECK (starts_on <= ends_on)
);
CREATE INDEX planned_measure_of_plan ON planned_measure (plan_id, kind);
CREATE INDEX planned_measure_of_provider ON planned_measure (provider_id, plan_id) WHERE provider_id IS NOT NULL;
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON planned_measure
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- the key is the database's: these rows have no life outside their measure
CREATE TABLE planned_measure_risk (
    id                 uuid PRIMARY KEY DEFAULT uuidv7(),
    planned_measure_id uuid NOT NULL REFERENCES planned_measure,
    risk               text NOT NULL REFERENCES risk,
    UNIQUE (planned_measure_id, risk)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON planned_measure_risk
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- Who decided which step. person_id is empty for a person of the operator, who has no row in the tenant.
CREATE TABLE plan_approval (
    id         uuid PRIMARY KEY,
    plan_id    uuid NOT NULL REFERENCES support_plan,
    step       integer NOT NULL,
    role       text NOT NULL,
    person_id  uuid REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    decision   text NOT NULL CHECK (decision IN ('APPROVED', 'RETURNED', 'REJECTED')),
    decided_on date NOT NULL,
    remark     text,
    CHECK (decision = 'APPROVED' OR remark IS NOT NULL)
);
CREATE INDEX plan_approval_of_plan ON plan_approval (plan_id, decided_on);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON plan_approval
    FOR EACH ROW EXECUTE FUNCTION record_change();
