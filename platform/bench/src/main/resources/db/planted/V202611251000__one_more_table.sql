-- The migration whose run over all tenants is measured.
CREATE TABLE planted (
    id         uuid PRIMARY KEY,
    learner_id uuid NOT NULL,
    said       text NOT NULL
);
CREATE INDEX planted_of_learner ON planted (learner_id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON planted
    FOR EACH ROW EXECUTE FUNCTION record_change();
ALTER TABLE school ADD COLUMN planted text;
