-- The one definition of who reaches which learner today, in which role. Every list and every look-up of a learner or
-- of a plan asks it as part of its own query; what the role may then do is the matrix of permissions.

CREATE VIEW staff_role_today AS
    SELECT r.staff_id, r.role, r.school_id, r.class_name, r.provider_role
    FROM staff_role r, today t
    WHERE r.valid_from <= t.day AND (r.valid_to IS NULL OR r.valid_to >= t.day);

CREATE VIEW spi_learner_access AS
    -- the own class in the school year that contains today
    SELECT r.staff_id AS person_id, r.role, e.learner_id
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
    -- whoever is, or was, enrolled at the school: the school keeps the file of a learner who has left
    SELECT r.staff_id, r.role, e.learner_id
    FROM staff_role_today r
    JOIN enrolment e ON e.school_id = r.school_id
    WHERE r.role IN ('PLAN_AUTHOR', 'SCHOOL_COORDINATOR', 'SCHOOL_DIRECTOR', 'SCHOOL_ADMIN')
    UNION ALL
    SELECT r.staff_id, r.role, l.id
    FROM staff_role_today r
    CROSS JOIN learner l
    WHERE r.role IN ('TENANT_COORDINATOR', 'TENANT_ADMIN')
    UNION ALL
    SELECT o.id, 'OPERATOR_ADMIN', l.id
    FROM operator_entry o
    CROSS JOIN learner l
    WHERE o.left_at IS NULL AND o.entered_at <= now() AND o.expires_at > now()
    UNION ALL
    SELECT g.guardian_id, 'GUARDIAN', g.learner_id
    FROM guardianship g, today t
    WHERE g.valid_from <= t.day AND (g.valid_to IS NULL OR g.valid_to >= t.day)
    UNION ALL
    -- a learner with an e-mail address is an adult with a login
    SELECT l.id, 'LEARNER', l.id
    FROM learner l
    WHERE l.email IS NOT NULL;

-- Who can have a login. A teacher who is also a parent here is one person with one key in both tables: two rows, one
-- person_id, the roles of both.
CREATE VIEW account AS
    SELECT s.id AS person_id, s.email, s.given_name, s.family_name FROM staff s
    UNION ALL
    SELECT g.id, g.email, g.given_name, g.family_name FROM guardian g
    UNION ALL
    SELECT l.id, l.email, l.given_name, l.family_name FROM learner l WHERE l.email IS NOT NULL;

CREATE VIEW account_role AS
    SELECT r.staff_id AS person_id, r.role, r.school_id, r.class_name FROM staff_role_today r
    UNION ALL
    SELECT DISTINCT g.guardian_id, 'GUARDIAN', NULL::uuid, NULL::text
    FROM guardianship g, today t
    WHERE g.valid_from <= t.day AND (g.valid_to IS NULL OR g.valid_to >= t.day)
    UNION ALL
    SELECT l.id, 'LEARNER', NULL, NULL FROM learner l WHERE l.email IS NOT NULL;

-- What a plugin may know of a learner, with the latest enrolment.
CREATE VIEW spi_learner AS
    SELECT l.id, l.given_name, l.family_name, l.search_name, e.class_name, e.grade, e.school_id, s.name AS school_name
    FROM learner l
    LEFT JOIN enrolment e ON e.id = l.latest_enrolment_id
    LEFT JOIN school s ON s.id = e.school_id;
