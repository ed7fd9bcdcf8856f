-- Convention of these tables: a reference to another aggregate is checked when the transaction ends, because aggregates
-- name each other by key only and are written in no particular order.

CREATE TABLE school (
    id              uuid PRIMARY KEY,
    registration_no text UNIQUE CHECK (registration_no ~ '^[0-9]{10}$'),
    name            text COLLATE "lv-x-icu" NOT NULL UNIQUE,
    kind            text NOT NULL,
    town            text
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON school
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- A school takes part by semester, not by date; sources often do not say since when.
-- announced: a text says that it takes part; listed: the text names it.
CREATE TABLE school_participation (
    id            uuid PRIMARY KEY,
    school_id     uuid NOT NULL REFERENCES school DEFERRABLE INITIALLY DEFERRED,
    programme     text NOT NULL REFERENCES programme,
    from_semester text REFERENCES semester,
    to_semester   text REFERENCES semester,
    precision     text NOT NULL CHECK (precision IN ('SEMESTER', 'SCHOOL_YEAR', 'ASSUMED', 'UNKNOWN')),
    announced     boolean NOT NULL,
    listed        boolean NOT NULL,
    source        text,
    note          text,
    CHECK (from_semester COLLATE "C" <= to_semester COLLATE "C"),
    CHECK (precision <> 'UNKNOWN' OR from_semester IS NULL),
    UNIQUE NULLS NOT DISTINCT (school_id, programme, from_semester)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON school_participation
    FOR EACH ROW EXECUTE FUNCTION record_change();
