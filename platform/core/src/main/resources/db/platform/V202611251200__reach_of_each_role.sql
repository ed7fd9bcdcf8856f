-- The scope of each role as a view of its own, and spi_learner_access put together from them. A query that knows its
-- reader's roles names their views: planning all branches only to drop most of them took ten times as long as running
-- what was left, on every page of a class teacher.

-- the own class in the school year that contains today
CREATE VIEW reach_of_class_teacher AS
    SELECT r.staff_id AS person_id, e.learner_id
    FROM staff_role_today r
    JOIN enrolment e ON e.school_id = r.school_id AND e.class_name = r.class_name
    WHERE r.role = 'CLASS_TEACHER'
      AND e.school_year = (SELECT y.code FROM school_year y, today t WHERE t.day BETWEEN y.starts_on AND y.ends_on)
      AND (e.valid_to IS NULL OR e.valid_to >= (SELECT day FROM today));

-- a measure of the learner's plan is this person's
CREATE VIEW reach_of_provider AS
    SELECT m.provider_id AS person_id, p.learner_id
    FROM planned_measure m
    JOIN support_plan p ON p.id = m.plan_id
    WHERE m.provider_id IS NOT NULL
      AND p.state NOT IN ('TERMINATED', 'REJECTED')
      AND EXISTS (SELECT 1 FROM staff_role_today r WHERE r.staff_id = m.provider_id AND r.role = 'PROVIDER');

CREATE VIEW reach_of_plan_author AS
    SELECT s.person_id, s.learner_id FROM learner_of_school_role s WHERE s.role = 'PLAN_AUTHOR';
CREATE VIEW reach_of_school_coordinator AS
    SELECT s.person_id, s.learner_id FROM learner_of_school_role s WHERE s.role = 'SCHOOL_COORDINATOR';
CREATE VIEW reach_of_school_director AS
    SELECT s.person_id, s.learner_id FROM learner_of_school_role s WHERE s.role = 'SCHOOL_DIRECTOR';
CREATE VIEW reach_of_school_admin AS
    SELECT s.person_id, s.learner_id FROM learner_of_school_role s WHERE s.role = 'SCHOOL_ADMIN';
-- a grant that names a school; one that names none is for the whole tenant (whole_tenant_today)
CREATE VIEW reach_of_auditor AS
    SELECT s.person_id, s.learner_id FROM learner_of_school_role s WHERE s.role = 'AUDITOR';

CREATE VIEW reach_of_guardian AS
    SELECT g.guardian_id AS person_id, g.learner_id
    FROM guardianship g, today t
    WHERE g.valid_from <= t.day AND (g.valid_to IS NULL OR g.valid_to >= t.day);

-- a learner with an e-mail address is an adult with a login
CREATE VIEW reach_of_learner AS
    SELECT l.id AS person_id, l.id AS learner_id
    FROM learner l
    WHERE l.email IS NOT NULL;

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
    SELECT person_id, 'GUARDIAN', learner_id FROM reach_of_guardian
    UNION ALL
    SELECT person_id, 'LEARNER', learner_id FROM reach_of_learner;
