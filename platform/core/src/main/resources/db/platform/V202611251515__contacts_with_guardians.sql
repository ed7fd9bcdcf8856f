-- Contacts with a learner's guardians. With whom: a guardian, or somebody else by name. Whoever wrote one mends it for a
-- while; afterwards it stands, and what is to be said more is added beside it.
CREATE TABLE guardian_contact (
    id           uuid PRIMARY KEY,
    learner_id   uuid NOT NULL REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    plan_id      uuid REFERENCES support_plan DEFERRABLE INITIALLY DEFERRED,
    author_id    uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    held_on      date NOT NULL,
    way          text NOT NULL CHECK (way IN ('CALL', 'MEETING', 'MESSAGE', 'LETTER', 'E_KLASE')),
    guardian_id  uuid REFERENCES guardian DEFERRABLE INITIALLY DEFERRED,
    other_person text,
    topic        text NOT NULL CHECK (length(topic) BETWEEN 1 AND 200),
    outcome      text CHECK (length(outcome) <= 2000),
    recorded_at  timestamptz NOT NULL,
    version      integer NOT NULL,
    CHECK ((guardian_id IS NULL) <> (other_person IS NULL))
);
CREATE INDEX guardian_contact_of_learner ON guardian_contact (learner_id, held_on DESC, id DESC);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON guardian_contact
    FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TABLE contact_addition (
    id          uuid PRIMARY KEY,
    contact_id  uuid NOT NULL REFERENCES guardian_contact DEFERRABLE INITIALLY DEFERRED,
    author_id   uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    words       text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    recorded_at timestamptz NOT NULL
);
CREATE INDEX contact_addition_of_contact ON contact_addition (contact_id, id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON contact_addition
    FOR EACH ROW EXECUTE FUNCTION record_change();
