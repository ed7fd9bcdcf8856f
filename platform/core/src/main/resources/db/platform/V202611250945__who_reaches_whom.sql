-- Who reaches which learner today, anew: an auditor reaches what the grant names, a municipality's administrator reaches
-- no learner. One branch a role, each with its role as a constant, so that PostgreSQL drops the branches that a reader's
-- roles cannot match while it plans, and knows how few rows the others give: a class teacher's list is then read by
-- index and never by a scan of all learners. Which role has which scope is the matrix of permissions; a test holds both
-- equal.

-- Whose scope is the whole tenant: one row a person and role, whatever the number of learners.
CREATE VIEW whole_tenant_today AS
    SELECT r.staff_id AS person_id, 'TENANT_COORDINATOR' AS role
    FROM staff_role_today r WHERE r.role = 'TENANT_COORDINATOR'
    UNION ALL
    SELECT r.staff_id, 'AUDITOR' FROM staff_role_today r WHERE r.role = 'AUDITOR' AND r.school_id IS NULL
    UNION ALL
    SELECT o.id, 'OPERATOR_ADMIN' FROM operator_entry o
    WHERE o.left_at IS NULL AND o.entered_at <= now() AND o.expires_at > now();

-- Whoever is, or was, enrolled at the school: the school keeps the file of a learner who has left.
CREATE VIEW learner_of_school_role AS
    SELECT r.staff_id AS person_id, r.role, e.learner_id
    FROM staff_role_today r JOIN enrolment e ON e.school_id = r.school_id;

CREATE OR REPLACE VIEW spi_learner_access AS
    -- the own class in the school year that contains today
    SELECT r.staff_id AS person_id, 'CLASS_TEACHER' AS role, e.learner_id
    FROM staff_role_today r
    JOIN enrolment e ON e.school_id = r.school_id AND e.class_name = r.class_name
    WHERE r.role = 'CLASS_TEACHER'
      AND e.school_year = (SELECT y.code FROM school_year y, today t WHERE t.day BETWEEN y.starts_on AND y.ends_on)
      AND (e.valid_to IS NULL OR e.valid_to >= (SELECT day FROM today))
    UNION ALL
    -- a measure of the learner's plan is this person's
    SELECT m.provider_id, 'PROVIDER', p.learner_id
    FROM planned_measure m
    JOIN support_plan p ON p.id = m.plan_id
    WHERE m.provider_id IS NOT NULL
      AND p.state NOT IN ('TERMINATED', 'REJECTED')
      AND EXISTS (SELECT 1 FROM staff_role_today r WHERE r.staff_id = m.provider_id AND r.role = 'PROVIDER')
    UNION ALL
    SELECT s.person_id, 'PLAN_AUTHOR', s.learner_id FROM learner_of_school_role s WHERE s.role = 'PLAN_AUTHOR'
    UNION ALL
    SELECT s.person_id, 'SCHOOL_COORDINATOR', s.learner_id FROM learner_of_school_role s
    WHERE s.role = 'SCHOOL_COORDINATOR'
    UNION ALL
    SELECT s.person_id, 'SCHOOL_DIRECTOR', s.learner_id FROM learner_of_school_role s WHERE s.role = 'SCHOOL_DIRECTOR'
    UNION ALL
    SELECT s.person_id, 'SCHOOL_ADMIN', s.learner_id FROM learner_of_school_role s WHERE s.role = 'SCHOOL_ADMIN'
    UNION ALL
    -- a grant that names a school; one that names none is for the whole tenant, below
    SELECT s.person_id, 'AUDITOR', s.learner_id FROM learner_of_school_role s WHERE s.role = 'AUDITOR'
    UNION ALL
    SELECT w.person_id, 'TENANT_COORDINATOR', l.id FROM whole_tenant_today w CROSS JOIN learner l
    WHERE w.role = 'TENANT_COORDINATOR'
    UNION ALL
    SELECT w.person_id, 'AUDITOR', l.id FROM whole_tenant_today w CROSS JOIN learner l WHERE w.role = 'AUDITOR'
    UNION ALL
    SELECT w.person_id, 'OPERATOR_ADMIN', l.id FROM whole_tenant_today w CROSS JOIN learner l
    WHERE w.role = 'OPERATOR_ADMIN'
    UNION ALL
    SELECT g.guardian_id, 'GUARDIAN', g.learner_id
    FROM guardianship g, today t
    WHERE g.valid_from <= t.day AND (g.valid_to IS NULL OR g.valid_to >= t.day)
    UNION ALL
    -- a learner with an e-mail address is an adult with a login
    SELECT l.id, 'LEARNER', l.id
    FROM learner l
    WHERE l.email IS NOT NULL;
