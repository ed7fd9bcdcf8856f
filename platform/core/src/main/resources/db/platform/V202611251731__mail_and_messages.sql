-- Mail on its way out, written in the transaction of what it tells of and sent behind it. No words, no names and no
-- address are kept here: a kind, for whom, and what fills the text (the name of a school, or counts of work).
-- SENDING: taken by a server, which then speaks to the mail server without a transaction. Who finds it like this much
-- later does not know whether it went out, and never sends it again.
CREATE TABLE mail (
    id         uuid PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('MESSAGE', 'DIGEST')),
    person_id  uuid NOT NULL,
    day        date NOT NULL,
    facts      text NOT NULL,
    state      text NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'FAILED')),
    reason     text,
    attempts   integer NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CHECK (state <> 'FAILED' OR reason IS NOT NULL)
);
CREATE INDEX mail_waiting ON mail (due_at, id) WHERE state = 'QUEUED';
CREATE INDEX mail_under_way ON mail (changed_at) WHERE state = 'SENDING';
-- one a person and day, however many servers write it
CREATE UNIQUE INDEX mail_digest ON mail (person_id, day) WHERE kind = 'DIGEST';

-- What the school writes to somebody who stands for a learner, or to an adult learner. It stays here; a mail only tells
-- that it is there. No mail: none was set up when it was written.
CREATE TABLE guardian_message (
    id           uuid PRIMARY KEY,
    learner_id   uuid NOT NULL REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    author_id    uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    recipient_id uuid NOT NULL,
    subject      text NOT NULL CHECK (length(subject) BETWEEN 1 AND 120),
    words        text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
    written_at   timestamptz NOT NULL,
    read_at      timestamptz,
    mail_id      uuid REFERENCES mail DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX guardian_message_of_learner ON guardian_message (learner_id, written_at DESC, id DESC);
CREATE INDEX guardian_message_to ON guardian_message (recipient_id, written_at DESC, id DESC);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON guardian_message
    FOR EACH ROW EXECUTE FUNCTION record_change();
