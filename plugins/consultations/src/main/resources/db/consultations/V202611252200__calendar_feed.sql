-- A person's consultations for another calendar, behind an address that nobody can guess. What is kept is the hash of its
-- secret; a new one takes the place of the one before, and none is there once it is taken back. fetched_on: the last day on
-- which somebody fetched it.
CREATE TABLE consultation_feed (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL UNIQUE,
    hash       text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    made_at    timestamptz NOT NULL,
    fetched_on date,
    version    integer NOT NULL DEFAULT 0
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON consultation_feed
    FOR EACH ROW EXECUTE FUNCTION record_change();
