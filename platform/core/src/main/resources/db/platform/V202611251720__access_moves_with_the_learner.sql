-- A learner who goes to another school of the tenant takes the file along: from the first day there the new school's
-- roles reach the learner, and the former school's do not. What the former school wrote, its plans, it may still read;
-- that is said where plans are read, because it is a matter of the plan and not of the learner.

-- At which school, or schools, a learner is: the latest one that has begun, whether it goes on or has ended (the school
-- keeps the file of a learner who has left and is nowhere since). Who has been at no other school is at this one even
-- before the first day, so that a class can be prepared in summer.
CREATE VIEW learner_at_school AS
    SELECT e.learner_id, e.school_id
    FROM enrolment e
    WHERE NOT EXISTS (SELECT 1 FROM enrolment n
                      WHERE n.learner_id = e.learner_id AND n.school_id <> e.school_id
                        AND n.valid_from > e.valid_from AND n.valid_from <= (SELECT day FROM today))
      AND (e.valid_from <= (SELECT day FROM today)
           OR NOT EXISTS (SELECT 1 FROM enrolment o
                          WHERE o.learner_id = e.learner_id AND o.school_id <> e.school_id
                            AND o.valid_from < e.valid_from));

CREATE OR REPLACE VIEW learner_of_school_role AS
    SELECT r.staff_id AS person_id, r.role, e.learner_id
    FROM staff_role_today r JOIN learner_at_school e ON e.school_id = r.school_id;

-- the own class in the school year that contains today, from the learner's first day in it
CREATE OR REPLACE VIEW reach_of_class_teacher AS
    SELECT r.staff_id AS person_id, e.learner_id
    FROM staff_role_today r
    JOIN enrolment e ON e.school_id = r.school_id AND e.class_name = r.class_name
    WHERE r.role = 'CLASS_TEACHER'
      AND e.school_year = (SELECT y.code FROM school_year y, today t WHERE t.day BETWEEN y.starts_on AND y.ends_on)
      AND e.valid_from <= (SELECT day FROM today)
      AND (e.valid_to IS NULL OR e.valid_to >= (SELECT day FROM today));

-- a measure of the learner's plan is this person's, and the learner has not left the plan's school for another
CREATE OR REPLACE VIEW reach_of_provider AS
    SELECT m.provider_id AS person_id, p.learner_id
    FROM planned_measure m
    JOIN support_plan p ON p.id = m.plan_id
    WHERE m.provider_id IS NOT NULL
      AND p.state NOT IN ('TERMINATED', 'REJECTED')
      AND EXISTS (SELECT 1 FROM staff_role_today r WHERE r.staff_id = m.provider_id AND r.role = 'PROVIDER')
      AND (EXISTS (SELECT 1 FROM learner_at_school h WHERE h.learner_id = p.learner_id AND h.school_id = p.school_id)
           OR NOT EXISTS (SELECT 1 FROM enrolment e
                          WHERE e.learner_id = p.learner_id AND e.school_id = p.school_id));
