-- Whether a person wants the daily mail about work that is due; nobody who is not here has said no. id: the person's key.
CREATE TABLE digest_choice (
    id      uuid PRIMARY KEY,
    wanted  boolean NOT NULL
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON digest_choice
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- The day whose digests are written, or being written by a server since a moment: another takes over if that one dies.
CREATE TABLE digest_day (
    day      date PRIMARY KEY,
    taken_at timestamptz NOT NULL,
    done     boolean NOT NULL
);
