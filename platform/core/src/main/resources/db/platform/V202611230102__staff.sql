-- E-mail addresses are kept in lower case: a login finds its person by equality.
CREATE TABLE staff (
    id          uuid PRIMARY KEY,
    email       text NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
    given_name  text COLLATE "lv-x-icu" NOT NULL,
    family_name text COLLATE "lv-x-icu" NOT NULL
);
CREATE INDEX staff_by_name ON staff (family_name, given_name, id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON staff
    FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TABLE staff_role (
    id            uuid PRIMARY KEY,
    staff_id      uuid NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    role          text NOT NULL CHECK (role IN ('CLASS_TEACHER', 'PROVIDER', 'PLAN_AUTHOR', 'SCHOOL_COORDINATOR',
                      'SCHOOL_DIRECTOR', 'SCHOOL_ADMIN', 'TENANT_COORDINATOR', 'TENANT_ADMIN', 'AUDITOR')),
    school_id     uuid REFERENCES school DEFERRABLE INITIALLY DEFERRED,
    class_name    text,
    provider_role text,
    valid_from    date NOT NULL,
    valid_to      date,
    CHECK (valid_from <= valid_to),
    -- a role in a school names the school, a role in the tenant does not; an auditor's grant may do either
    CHECK (role = 'AUDITOR' OR (school_id IS NULL) = (role IN ('TENANT_COORDINATOR', 'TENANT_ADMIN'))),
    CHECK ((class_name IS NOT NULL) = (role = 'CLASS_TEACHER')),
    CHECK ((provider_role IS NOT NULL) = (role = 'PROVIDER')),
    -- a grant to an auditor always ends
    CHECK (role <> 'AUDITOR' OR valid_to IS NOT NULL)
);
CREATE INDEX staff_role_of_person ON staff_role (staff_id, role);
CREATE INDEX staff_role_of_school ON staff_role (school_id, role);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON staff_role
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- A person of the operator inside the tenant: with a reason, for a limited time, on the record.
CREATE TABLE operator_entry (
    id               uuid PRIMARY KEY,
    person_name      text NOT NULL,
    operator_subject text NOT NULL,
    reason           text NOT NULL CHECK (length(btrim(reason)) >= 10),
    entered_at       timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    left_at          timestamptz,
    CHECK (entered_at < expires_at AND expires_at <= entered_at + interval '24 hours'),
    CHECK (left_at >= entered_at)
);
CREATE INDEX operator_entry_of_person ON operator_entry (operator_subject, expires_at DESC);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON operator_entry
    FOR EACH ROW EXECUTE FUNCTION record_change();
