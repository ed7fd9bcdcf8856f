-- Runs in the schema of every tenant that allows the plugin: table names stay without a schema.
-- learner_id has no foreign key: the core offers plugins views, not tables.
CREATE TABLE praise (
    id               uuid PRIMARY KEY,
    learner_id       uuid NOT NULL,
    given_by         uuid NOT NULL,
    given_on         date NOT NULL,
    words            text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
    shown_to_family  boolean NOT NULL,
    version          integer NOT NULL DEFAULT 0
);

-- one index for the list of all, one for a learner's timeline
CREATE INDEX praise_by_day ON praise (given_on DESC, id DESC);
CREATE INDEX praise_of_learner ON praise (learner_id, given_on DESC);

-- every change of every table is written down by the database itself, whoever makes it
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON praise
    FOR EACH ROW EXECUTE FUNCTION record_change();
