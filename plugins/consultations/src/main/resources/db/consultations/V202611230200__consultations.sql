-- Held consultations. learner_id has no foreign key: a plugin's tables may outlive or precede a merge of learners,
-- and the core offers plugins views, not tables.
CREATE TABLE consultation (
    id           uuid PRIMARY KEY,
    learner_id   uuid NOT NULL,
    provider_id  uuid NOT NULL,
    held_on      date NOT NULL,
    subject      text NOT NULL CHECK (length(subject) BETWEEN 1 AND 80),
    minutes      integer NOT NULL CHECK (minutes BETWEEN 1 AND 480),
    version      integer NOT NULL DEFAULT 0
);

CREATE INDEX consultation_of_learner ON consultation (learner_id, held_on DESC);
CREATE INDEX consultation_of_provider ON consultation (provider_id, held_on DESC);
CREATE INDEX consultation_by_day ON consultation (held_on DESC, id DESC);

CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON consultation
    FOR EACH ROW EXECUTE FUNCTION record_change();
