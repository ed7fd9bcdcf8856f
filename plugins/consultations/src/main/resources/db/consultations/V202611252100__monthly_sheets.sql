-- KA veidlapa: what one provider gave one learner by one plan in one month, handed in as one thing. A month that was not
-- handed in has no row. What is confirmed after a sheet has gone on goes into another one of the same month: number.
-- lesson_minutes: how long a consultation hour of the school was on the day; what was accepted does not change with it.
CREATE TABLE consultation_sheet (
    id             uuid PRIMARY KEY,
    provider_id    uuid NOT NULL,
    school_id      uuid NOT NULL,
    learner_id     uuid NOT NULL,
    plan_id        uuid NOT NULL,
    month          date NOT NULL CHECK (extract(day FROM month) = 1),
    number         integer NOT NULL CHECK (number > 0),
    lesson_minutes integer NOT NULL CHECK (lesson_minutes > 0),
    stage          text NOT NULL CHECK (stage IN ('SUBMITTED', 'VERIFIED', 'ACCEPTED', 'RETURNED', 'PAID')),
    submitted_on   date NOT NULL,
    verified_by    uuid,
    verified_on    date,
    accepted_by    uuid,
    accepted_on    date,
    paid_by        uuid,
    paid_on        date,
    returned_by    uuid,
    returned_on    date,
    reason         text CHECK (length(reason) BETWEEN 1 AND 400),
    version        integer NOT NULL DEFAULT 0,
    CONSTRAINT consultation_sheet_once UNIQUE (provider_id, plan_id, month, number),
    CONSTRAINT consultation_sheet_verified CHECK ((stage IN ('VERIFIED', 'ACCEPTED', 'PAID')) = (verified_on IS NOT NULL)
        AND (verified_on IS NULL) = (verified_by IS NULL)),
    CONSTRAINT consultation_sheet_accepted CHECK ((stage IN ('ACCEPTED', 'PAID')) = (accepted_on IS NOT NULL)
        AND (accepted_on IS NULL) = (accepted_by IS NULL)),
    CONSTRAINT consultation_sheet_paid CHECK ((stage = 'PAID') = (paid_on IS NOT NULL)
        AND (paid_on IS NULL) = (paid_by IS NULL)),
    CONSTRAINT consultation_sheet_returned CHECK ((stage = 'RETURNED') = (returned_on IS NOT NULL)
        AND (returned_on IS NULL) = (returned_by IS NULL) AND (returned_on IS NULL) = (reason IS NULL)),
    CONSTRAINT consultation_sheet_decided_by_others CHECK (provider_id <> ALL (ARRAY[verified_by, accepted_by, paid_by]) IS NOT FALSE)
);
CREATE INDEX consultation_sheet_by_month ON consultation_sheet (month DESC, id DESC);
CREATE INDEX consultation_sheet_of_school ON consultation_sheet (school_id, month DESC, id DESC);
CREATE INDEX consultation_sheet_of_learner ON consultation_sheet (learner_id, month DESC);
CREATE INDEX consultation_sheet_of_provider ON consultation_sheet (provider_id, month DESC);
CREATE INDEX consultation_sheet_waiting ON consultation_sheet (stage, submitted_on) WHERE stage <> 'PAID';
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON consultation_sheet
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- From its confirmation on, where a consultation is follows from its sheet. One that was accepted and should not have been is
-- disallowed: it stays on its sheet, with the reason, and counts no more. One written down by mistake is called off.
ALTER TABLE consultation
    ADD COLUMN sheet_id uuid REFERENCES consultation_sheet,
    DROP CONSTRAINT consultation_state_check,
    DROP CONSTRAINT consultation_check3,
    DROP CONSTRAINT consultation_check6,
    ADD CONSTRAINT consultation_state_known CHECK (state IN ('PLANNED', 'HELD', 'CONFIRMED', 'NO_SHOW', 'CANCELLED',
        'RESCHEDULED', 'DISALLOWED')),
    ADD CONSTRAINT consultation_confirmed CHECK ((state IN ('CONFIRMED', 'DISALLOWED')) = (confirmed_on IS NOT NULL)
        AND (confirmed_on IS NULL) = (confirmed_by IS NULL)),
    ADD CONSTRAINT consultation_reasoned CHECK ((state IN ('CANCELLED', 'DISALLOWED')) = (reason IS NOT NULL)),
    ADD CONSTRAINT consultation_on_sheet CHECK ((sheet_id IS NULL OR state IN ('CONFIRMED', 'DISALLOWED'))
        AND (state <> 'DISALLOWED' OR sheet_id IS NOT NULL));
CREATE INDEX consultation_of_sheet ON consultation (sheet_id) WHERE sheet_id IS NOT NULL;
CREATE INDEX consultation_to_hand_in ON consultation (provider_id, held_on) WHERE state = 'CONFIRMED' AND sheet_id IS NULL;
