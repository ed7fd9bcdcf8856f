-- The scanned application of a plan, file by file. Its rows are logged as all others; what stands in a file is a table of
-- its own that no list and no log ever reads: encrypted for tenant, plan and row, so it compresses no more.
CREATE TABLE application_scan (
    id       uuid PRIMARY KEY,
    plan_id  uuid NOT NULL REFERENCES support_plan ON DELETE CASCADE,
    position integer NOT NULL CHECK (position > 0),
    kind     text NOT NULL CHECK (kind IN ('PDF', 'JPEG', 'PNG')),
    bytes    integer NOT NULL CHECK (bytes > 0),
    added_by uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    added_at timestamptz NOT NULL,
    UNIQUE (plan_id, position)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON application_scan
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- mark: keyed hash by which the same file is known again within its plan
CREATE TABLE application_scan_content (
    scan_id uuid PRIMARY KEY REFERENCES application_scan ON DELETE CASCADE,
    mark    text NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE application_scan_content ALTER COLUMN content SET STORAGE EXTERNAL;
