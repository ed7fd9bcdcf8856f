-- A role held in somebody's place: a deputy's, for a period that ends.
ALTER TABLE staff_role
    ADD COLUMN deputy_for uuid REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    ADD CHECK (deputy_for <> staff_id),
    ADD CHECK (deputy_for IS NULL OR valid_to IS NOT NULL);
CREATE INDEX staff_role_of_deputies ON staff_role (deputy_for) WHERE deputy_for IS NOT NULL;

-- How far the invitation of a person is with the identity provider, which may be out of reach when somebody is invited:
-- the person is kept here first, and the invitation can be sent again. id: the person's key.
CREATE TABLE invitation (
    id         uuid PRIMARY KEY,
    state      text NOT NULL CHECK (state IN ('ASKED', 'FAILED', 'MEMBER', 'MAILED')),
    changed_at timestamptz NOT NULL
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON invitation
    FOR EACH ROW EXECUTE FUNCTION record_change();
