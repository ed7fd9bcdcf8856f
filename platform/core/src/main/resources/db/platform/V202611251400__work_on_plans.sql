-- The learner beside the risks: what the learner is good at, and how the learner sees it. rewrites: how often the
-- content was written anew, so that the plan has a new version too if only its risks or measures changed.
ALTER TABLE support_plan
    ADD COLUMN strengths     text,
    ADD COLUMN learner_voice text,
    ADD COLUMN rewrites      integer NOT NULL DEFAULT 0;

-- Evaluation, risk by risk and measure by measure; empty until then.
ALTER TABLE plan_risk
    ADD COLUMN result text CHECK (result IN ('ELIMINATED', 'REDUCED', 'UNCHANGED', 'GROWN')),
    ADD COLUMN remark text;
ALTER TABLE planned_measure
    ADD COLUMN remark text;

-- Whoever withdraws a submitted plan ends its way through the steps: that stands among the decisions, so that the last
-- of them always tells where the plan is.
ALTER TABLE plan_approval
    DROP CONSTRAINT plan_approval_decision_check,
    DROP CONSTRAINT plan_approval_check,
    ADD CONSTRAINT plan_approval_decision_check
        CHECK (decision IN ('APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    ADD CONSTRAINT plan_approval_check CHECK (decision NOT IN ('RETURNED', 'REJECTED') OR remark IS NOT NULL);

-- the queue of what waits for a decision
CREATE INDEX support_plan_waiting ON support_plan (school_id, approval_step) WHERE state = 'IN_APPROVAL';
