-- An operator's stay is for one of two things: looking after the tenant, or reviewing one plan.
ALTER TABLE operator_entry
    ADD COLUMN role    text NOT NULL DEFAULT 'OPERATOR_ADMIN' CHECK (role IN ('OPERATOR_ADMIN', 'OPERATOR_REVIEWER')),
    ADD COLUMN plan_id uuid REFERENCES support_plan,
    ADD CHECK ((role = 'OPERATOR_REVIEWER') = (plan_id IS NOT NULL));
ALTER TABLE operator_entry ALTER COLUMN role DROP DEFAULT;

-- Whoever decides for the operator has no row among the staff: the decision names the stay, which names the person.
-- Empty for decisions that came with older data.
ALTER TABLE plan_approval
    ADD COLUMN operator_entry_id uuid REFERENCES operator_entry DEFERRABLE INITIALLY DEFERRED,
    ADD CHECK (operator_entry_id IS NULL OR (role = 'OPERATOR_REVIEWER' AND person_id IS NULL));

CREATE OR REPLACE VIEW whole_tenant_today AS
    SELECT r.staff_id AS person_id, 'TENANT_COORDINATOR' AS role
    FROM staff_role_today r WHERE r.role = 'TENANT_COORDINATOR'
    UNION ALL
    SELECT r.staff_id, 'AUDITOR' FROM staff_role_today r WHERE r.role = 'AUDITOR' AND r.school_id IS NULL
    UNION ALL
    SELECT o.id, 'OPERATOR_ADMIN' FROM operator_entry o
    WHERE o.role = 'OPERATOR_ADMIN' AND o.left_at IS NULL AND o.entered_at <= now() AND o.expires_at > now();

-- Several plans may lie open at once, each by a stay of its own: any of a reviewer's open stays opens all of them.
CREATE VIEW plan_under_review AS
    SELECT o.id AS person_id, q.plan_id
    FROM operator_entry o
    JOIN operator_entry q ON q.operator_subject = o.operator_subject
    WHERE o.role = 'OPERATOR_REVIEWER' AND o.left_at IS NULL AND o.entered_at <= now() AND o.expires_at > now()
      AND q.role = 'OPERATOR_REVIEWER' AND q.left_at IS NULL AND q.entered_at <= now() AND q.expires_at > now();

CREATE VIEW reach_of_operator_reviewer AS
    SELECT u.person_id, p.learner_id FROM plan_under_review u JOIN support_plan p ON p.id = u.plan_id;

CREATE OR REPLACE VIEW spi_learner_access AS
    SELECT person_id, 'CLASS_TEACHER' AS role, learner_id FROM reach_of_class_teacher
    UNION ALL
    SELECT person_id, 'PROVIDER', learner_id FROM reach_of_provider
    UNION ALL
    SELECT person_id, 'PLAN_AUTHOR', learner_id FROM reach_of_plan_author
    UNION ALL
    SELECT person_id, 'SCHOOL_COORDINATOR', learner_id FROM reach_of_school_coordinator
    UNION ALL
    SELECT person_id, 'SCHOOL_DIRECTOR', learner_id FROM reach_of_school_director
    UNION ALL
    SELECT person_id, 'SCHOOL_ADMIN', learner_id FROM reach_of_school_admin
    UNION ALL
    SELECT person_id, 'AUDITOR', learner_id FROM reach_of_auditor
    UNION ALL
    SELECT w.person_id, 'TENANT_COORDINATOR', l.id FROM whole_tenant_today w CROSS JOIN learner l
    WHERE w.role = 'TENANT_COORDINATOR'
    UNION ALL
    SELECT w.person_id, 'AUDITOR', l.id FROM whole_tenant_today w CROSS JOIN learner l WHERE w.role = 'AUDITOR'
    UNION ALL
    SELECT w.person_id, 'OPERATOR_ADMIN', l.id FROM whole_tenant_today w CROSS JOIN learner l
    WHERE w.role = 'OPERATOR_ADMIN'
    UNION ALL
    SELECT person_id, 'OPERATOR_REVIEWER', learner_id FROM reach_of_operator_reviewer
    UNION ALL
    SELECT person_id, 'GUARDIAN', learner_id FROM reach_of_guardian
    UNION ALL
    SELECT person_id, 'LEARNER', learner_id FROM reach_of_learner;

-- Tells the nation's queue whether a plan waits for the operator. As the owner: the working role reaches no other schema.
CREATE FUNCTION tell_of_review() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM nation.plan_waits_no_more(TG_TABLE_SCHEMA::text, OLD.id);
  ELSIF EXISTS (SELECT 1 FROM approval_step s WHERE s.programme = NEW.programme
      AND s.ordinal = NEW.approval_step AND s.role = 'OPERATOR_REVIEWER') THEN
    PERFORM nation.plan_waits(TG_TABLE_SCHEMA::text, NEW.id, NEW.code, NEW.programme, NEW.semester, NEW.in_state_since);
  ELSE
    PERFORM nation.plan_waits_no_more(TG_TABLE_SCHEMA::text, NEW.id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER review_begins AFTER INSERT ON support_plan
    FOR EACH ROW WHEN (NEW.approval_step IS NOT NULL) EXECUTE FUNCTION tell_of_review();
CREATE TRIGGER review_moves AFTER UPDATE ON support_plan
    FOR EACH ROW WHEN (OLD.approval_step IS DISTINCT FROM NEW.approval_step) EXECUTE FUNCTION tell_of_review();
CREATE TRIGGER review_vanishes AFTER DELETE ON support_plan
    FOR EACH ROW WHEN (OLD.approval_step IS NOT NULL) EXECUTE FUNCTION tell_of_review();

SELECT nation.plan_waits('${flyway:defaultSchema}', p.id, p.code, p.programme, p.semester, p.in_state_since)
FROM support_plan p JOIN approval_step s ON s.programme = p.programme AND s.ordinal = p.approval_step
WHERE s.role = 'OPERATOR_REVIEWER';
