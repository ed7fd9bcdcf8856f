-- A class teacher notices a risk and proposes a plan; whoever writes plans at the school takes it up or says why not.
CREATE TABLE plan_proposal (
    id          uuid PRIMARY KEY,
    learner_id  uuid NOT NULL REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    school_id   uuid NOT NULL REFERENCES school DEFERRABLE INITIALLY DEFERRED,
    proposer_id uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    proposed_on date NOT NULL,
    risks       text[] NOT NULL CHECK (cardinality(risks) > 0),
    note        text NOT NULL,
    stage       text NOT NULL DEFAULT 'OPEN' CHECK (stage IN ('OPEN', 'TAKEN', 'DECLINED')),
    answered_by uuid REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    answered_on date,
    reason      text,
    plan_id     uuid REFERENCES support_plan DEFERRABLE INITIALLY DEFERRED,
    CHECK ((stage = 'OPEN') = (answered_on IS NULL) AND (answered_on IS NULL) = (answered_by IS NULL)),
    CHECK ((stage = 'TAKEN') = (plan_id IS NOT NULL)),
    CHECK ((stage = 'DECLINED') = (reason IS NOT NULL))
);
-- one at a time: a second teacher is told that somebody has proposed already
CREATE UNIQUE INDEX plan_proposal_one_open ON plan_proposal (learner_id) WHERE stage = 'OPEN';
CREATE INDEX plan_proposal_of_learner ON plan_proposal (learner_id, proposed_on);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON plan_proposal
    FOR EACH ROW EXECUTE FUNCTION record_change();
