-- What is kept begins no later than it ends: an application for a semester that is over already is younger than the end of
-- its plan, and such a plan was taken for one that is over with those before it.
CREATE OR REPLACE VIEW plan_retention AS
    SELECT p.id AS plan_id, p.learner_id,
      least(coalesce(p.applied_on, p.active_from, s.starts_on), e.ended_on) AS begins_on, e.ended_on,
      CASE WHEN e.ended_on IS NOT NULL THEN
        ((CASE r.counted_from WHEN 'PROGRAMME_END' THEN greatest(g.ends_on, e.ended_on) ELSE e.ended_on END)
          + make_interval(years => r.years))::date END AS kept_until,
      p.forgotten_on
    FROM support_plan p
    JOIN semester s ON s.code = p.semester
    JOIN programme g ON g.code = p.programme
    CROSS JOIN LATERAL (SELECT CASE WHEN p.state IN ('REJECTED', 'CLOSED', 'TERMINATED')
                                    THEN coalesce(p.closed_on, p.terminated_on, s.last_day) END AS ended_on) e
    LEFT JOIN LATERAL (SELECT n.years, n.counted_from FROM retention n
                       WHERE n.programme = p.programme AND n.valid_from <= (SELECT day FROM today)
                       ORDER BY n.valid_from DESC LIMIT 1) r ON true;

-- Plans whose words are forgotten count no more among what is over, but say still how long the name is kept: whoever was
-- taught when the last of them went is forgotten after school.
CREATE OR REPLACE VIEW learner_retention AS
    SELECT w.learner_id, w.kept_until, w.before,
      EXISTS (SELECT 1 FROM legal_hold h WHERE h.learner_id = w.learner_id AND h.lifted_on IS NULL) AS held,
      EXISTS (SELECT 1 FROM enrolment e JOIN school_year y ON y.code = e.school_year
              WHERE e.learner_id = w.learner_id AND coalesce(e.valid_to, y.ends_on) >= (SELECT day FROM today)) AS taught,
      EXISTS (SELECT 1 FROM plan_proposal o WHERE o.learner_id = w.learner_id AND o.stage = 'OPEN') AS proposed,
      (SELECT count(*) FROM plan_retention d WHERE d.learner_id = w.learner_id AND d.forgotten_on IS NULL
        AND d.ended_on < w.before AND d.kept_until < (SELECT day FROM today)) AS over
    FROM (SELECT v.learner_id,
            CASE WHEN bool_and(v.kept_until IS NOT NULL) THEN max(v.kept_until) END AS kept_until,
            coalesce(min(v.begins_on) FILTER (WHERE v.kept_until IS NULL OR v.kept_until >= (SELECT day FROM today)),
                     max(v.ended_on) + 1) AS before
          FROM plan_retention v GROUP BY v.learner_id) w;

CREATE OR REPLACE VIEW retention_due AS
    SELECT r.learner_id, w.whole, r.before
    FROM learner_retention r JOIN learner l ON l.id = r.learner_id
    CROSS JOIN LATERAL (SELECT r.kept_until < (SELECT day FROM today) AND NOT r.taught AND NOT r.proposed AS whole) w
    WHERE NOT r.held AND l.anonymised_on IS NULL AND l.merged_into IS NULL AND (r.over > 0 OR w.whole);
