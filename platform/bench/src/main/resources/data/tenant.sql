-- One tenant's people and papers: 600 learners in 24 classes of 25 in 3 schools. Run with the tenant's schema as search
-- path, triggers off. Every tenant has the same keys: a leak between two of them would stay unseen by keys alone, and
-- the clients need to look nothing up.
CREATE TEMPORARY TABLE pupil ON COMMIT DROP AS
SELECT i, 1 + (i - 1) / 200 AS school, 1 + (i - 1) % 200 / 25 AS class_no,
       ('01900000-0000-7002-8000-' || lpad(i::text, 12, '0'))::uuid AS id,
       (ARRAY['Anna','Jānis','Līga','Mārtiņš','Elīna','Kārlis','Zane','Roberts','Ieva','Toms','Šarlote','Ģirts'])[1 + i % 12] AS given,
       (ARRAY['Bērziņš','Kalniņa','Ozols','Liepa','Krūmiņš','Šķēle','Žagars','Ābele','Vītols','Eglīte','Zariņš','Cīrulis','Dūmiņš'])[1 + i % 13] AS family
FROM generate_series(1, 600) i;
CREATE TEMPORARY TABLE place ON COMMIT DROP AS
SELECT id, row_number() OVER (ORDER BY name) AS n FROM school;
CREATE TEMPORARY TABLE now_at ON COMMIT DROP AS
SELECT y.code AS year, (SELECT max(o.code) FROM school_year o WHERE o.ends_on < y.starts_on) AS year_before,
       s.code AS semester, s.starts_on, s.ends_on, t.day
FROM today t JOIN school_year y ON t.day BETWEEN y.starts_on AND y.ends_on
JOIN semester s ON s.school_year = y.code AND s.ordinal = CASE WHEN t.day < y.starts_on + 130 THEN 1 ELSE 2 END;

-- 1 to 24 class teachers; 101 to 139 providers, in turn at the schools; 201 authors; 301 school coordinators; 401 directors; 501 the tenant's
INSERT INTO staff (id, email, given_name, family_name)
SELECT ('01900000-0000-7001-8000-' || lpad(n::text, 12, '0'))::uuid, 'p' || n || '@' || substr(current_schema(), 3) || '.example',
       'Persona', 'Nr. ' || n
FROM unnest(array(SELECT generate_series(1, 24)) || array(SELECT generate_series(101, 139)) || ARRAY[201,202,203,301,302,303,401,402,403,501]) n;
INSERT INTO staff_role (id, staff_id, role, school_id, class_name, provider_role, valid_from)
SELECT gen_random_uuid(), s.id, r.role, p.id,
       CASE WHEN s.no <= 24 THEN (5 + (s.no - 1) % 8) || '.a' END, CASE WHEN r.role = 'PROVIDER' THEN 'EDUCATOR' END, '2020-09-01'
FROM (SELECT id, right(id::text, 12)::int AS no FROM staff) s
JOIN LATERAL (SELECT CASE WHEN s.no <= 24 THEN 'CLASS_TEACHER' WHEN s.no < 200 THEN 'PROVIDER' WHEN s.no < 300 THEN 'PLAN_AUTHOR'
                          WHEN s.no < 400 THEN 'SCHOOL_COORDINATOR' WHEN s.no < 500 THEN 'SCHOOL_DIRECTOR'
                          ELSE 'TENANT_COORDINATOR' END AS role) r ON true
LEFT JOIN place p ON p.n = CASE WHEN s.no <= 24 THEN 1 + (s.no - 1) / 8 WHEN s.no < 200 THEN 1 + (s.no - 101) % 3
                             WHEN s.no < 500 THEN s.no % 100 END;

INSERT INTO enrolment (id, learner_id, school_id, school_year, class_name, grade, vocational, outcome, valid_from, valid_to)
SELECT ('01900000-0000-700' || y.n || '-8000-' || lpad(i::text, 12, '0'))::uuid, u.id, p.id, y.year,
       (5 - y.ago + u.class_no - 1) || '.a', 5 - y.ago + u.class_no - 1, false,
       CASE WHEN y.ago = 1 THEN 'PROMOTED' END, y.starts_on, CASE WHEN y.ago = 1 THEN y.ends_on END
FROM pupil u JOIN place p ON p.n = u.school
CROSS JOIN (SELECT 3 AS n, 0 AS ago, code AS year, starts_on, ends_on FROM school_year WHERE code = (SELECT year FROM now_at)
            UNION ALL
            SELECT 4, 1, code, starts_on, ends_on FROM school_year WHERE code = (SELECT year_before FROM now_at)) y;
INSERT INTO learner (id, given_name, family_name, search_name, latest_enrolment_id, version)
SELECT id, given, family, lower(translate(given || ' ' || family, 'āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ', 'acegiklnsuzACEGIKLNSUZ')),
       ('01900000-0000-7003-8000-' || lpad(i::text, 12, '0'))::uuid, 1 FROM pupil;
INSERT INTO guardian (id, email, given_name, family_name)
SELECT ('01900000-0000-7009-8000-' || lpad(i::text, 12, '0'))::uuid, 'g' || i || '@' || substr(current_schema(), 3) || '.example',
       'Vecāks', 'Nr. ' || i FROM pupil WHERE i % 2 = 0;
INSERT INTO guardianship (id, guardian_id, learner_id, relation, valid_from)
SELECT gen_random_uuid(), ('01900000-0000-7009-8000-' || lpad(i::text, 12, '0'))::uuid, id, 'PARENT', '2020-09-01'
FROM pupil WHERE i % 2 = 0;

-- every fourth learner has a plan, and half of them had one before. Those of the second school go on for years and have
-- more planned than anybody could give: so many consultations can be written that each finds a time of its own.
INSERT INTO support_plan (id, code, learner_id, school_id, semester, programme, author_id, state, applied_on, applied_by,
                          approved_on, active_from, active_to, evaluated_on, closed_on, result, version)
SELECT ('01900000-0000-700' || CASE WHEN old THEN 7 ELSE 5 END || '-8000-' || lpad(i::text, 12, '0'))::uuid,
       CASE WHEN old THEN 'O' ELSE 'B' END || lpad(i::text, 4, '0'), u.id, p.id, s.code, 'SKOLA_KOPIENA',
       ('01900000-0000-7001-8000-' || lpad((200 + u.school)::text, 12, '0'))::uuid,
       CASE WHEN old THEN 'CLOSED' ELSE 'ACTIVE' END, s.starts_on, 'GUARDIAN', s.starts_on,
       CASE WHEN old OR u.school <> 2 THEN s.starts_on ELSE (SELECT day FROM now_at) - 3000 END, s.ends_on,
       CASE WHEN old THEN s.ends_on END, CASE WHEN old THEN s.ends_on END, CASE WHEN old THEN 'REDUCED' END, 1
FROM pupil u JOIN place p ON p.n = u.school CROSS JOIN (VALUES (false), (true)) o (old)
JOIN semester s ON s.code = CASE WHEN old THEN (SELECT year_before || '-2' FROM now_at) ELSE (SELECT semester FROM now_at) END
WHERE i % 4 = 1 AND (NOT old OR i % 8 = 1);
INSERT INTO plan_risk (id, plan_id, risk, severity)
SELECT gen_random_uuid(), p.id, r.risk, 'MEDIUM' FROM support_plan p
CROSS JOIN (VALUES ('STUDY_BACKLOG'), ('STUDY_LOW_ACHIEVEMENT')) r (risk);
-- the second school has one provider, who writes; the others are shared out, the first class goes to one
INSERT INTO planned_measure (id, plan_id, kind, provider_id, subject, planned_quantity, delivered_quantity, starts_on, ends_on)
SELECT CASE WHEN p.state = 'ACTIVE'
            THEN ('01900000-0000-700' || k.n || '-8000-' || lpad(u.i::text, 12, '0'))::uuid ELSE gen_random_uuid() END,
       p.id, k.kind,
       ('01900000-0000-7001-8000-' || lpad((CASE WHEN u.school = 2 THEN 102 WHEN u.i <= 25 THEN 101
                                                 ELSE 100 + u.school + 3 * (u.i / 4 % 13) END)::text, 12, '0'))::uuid,
       'Matemātika', CASE u.school WHEN 2 THEN 99999 ELSE 20 END, 5, p.active_from, p.active_to
FROM support_plan p JOIN pupil u ON u.id = p.learner_id
CROSS JOIN (VALUES (6, 'CONS_SUBJECT_TEACHER'), (8, 'CONS_SOCIAL_PEDAGOGUE')) k (n, kind);
INSERT INTO planned_measure_risk (planned_measure_id, risk)
SELECT id, 'STUDY_BACKLOG' FROM planned_measure;
-- 20 of each measure are 6,000, as many as a tenant of 43 has in a semester of 250,000: on the last Mondays and Fridays,
-- those of a provider one after the other
INSERT INTO consultation (id, learner_id, provider_id, held_on, subject, minutes, school_id, plan_id, measure_id, leads,
                          starts_at, state, quantity, confirm_by, confirmed_on, confirmed_by)
SELECT gen_random_uuid(), m.learner_id, m.provider_id, d.day, 'Matemātika', 10, m.school_id, m.plan_id, m.id, true,
       time '06:00' + m.place * interval '10 minutes', CASE WHEN d.n % 10 = 0 THEN 'HELD' ELSE 'CONFIRMED' END, 0.25,
       d.day + 7, CASE WHEN d.n % 10 > 0 THEN d.day END, CASE WHEN d.n % 10 > 0 THEN 'CODE' END
FROM (SELECT m.*, p.learner_id, p.school_id, row_number() OVER (PARTITION BY m.provider_id ORDER BY m.id) AS place
      FROM planned_measure m JOIN support_plan p ON p.id = m.plan_id WHERE p.state = 'ACTIVE') m
CROSS JOIN (SELECT g.day::date AS day, row_number() OVER (ORDER BY g.day DESC) AS n
            FROM now_at n, generate_series(n.day - 80, n.day - 1, interval '1 day') AS g (day)
            WHERE extract(isodow FROM g.day) IN (1, 5) ORDER BY g.day DESC LIMIT 20) d;
ANALYZE staff, staff_role, learner, enrolment, guardian, guardianship, support_plan, plan_risk, planned_measure,
    planned_measure_risk, consultation;
