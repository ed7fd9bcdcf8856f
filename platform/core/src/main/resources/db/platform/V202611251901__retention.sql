-- How long plans of a programme are kept, from a day on: years after the plan has ended, or after the programme has. No
-- row means that nobody has said: then nothing is removed. What the law asks differs by programme and changes; it is
-- the municipality's to enter.
CREATE TABLE retention (
    id           uuid PRIMARY KEY DEFAULT uuidv7(),
    programme    text NOT NULL REFERENCES programme,
    years        integer NOT NULL CHECK (years BETWEEN 1 AND 75),
    counted_from text NOT NULL CHECK (counted_from IN ('PLAN_END', 'PROGRAMME_END')),
    valid_from   date NOT NULL,
    UNIQUE (programme, valid_from)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON retention
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- Until when each plan is kept, by what holds today; empty while it is open, and while nobody has said how long.
CREATE VIEW plan_retention AS
    SELECT p.id AS plan_id, p.learner_id, coalesce(p.applied_on, p.active_from, s.starts_on) AS begins_on, e.ended_on,
      CASE WHEN e.ended_on IS NOT NULL THEN
        ((CASE r.counted_from WHEN 'PROGRAMME_END' THEN greatest(g.ends_on, e.ended_on) ELSE e.ended_on END)
          + make_interval(years => r.years))::date END AS kept_until
    FROM support_plan p
    JOIN semester s ON s.code = p.semester
    JOIN programme g ON g.code = p.programme
    CROSS JOIN LATERAL (SELECT CASE WHEN p.state IN ('REJECTED', 'CLOSED', 'TERMINATED')
                                    THEN coalesce(p.closed_on, p.terminated_on, s.last_day) END AS ended_on) e
    LEFT JOIN LATERAL (SELECT n.years, n.counted_from FROM retention n
                       WHERE n.programme = p.programme AND n.valid_from <= (SELECT day FROM today)
                       ORDER BY n.valid_from DESC LIMIT 1) r ON true
    WHERE p.forgotten_on IS NULL;

-- A learner's file is kept as one: what is younger than the beginning of a plan that is still kept stays with it.
-- kept_until: of the whole file; empty while a plan is open or nobody has said how long. before: what is older has not to
-- be kept, if any plan ended there whose time is over.
CREATE VIEW learner_retention AS
    SELECT w.learner_id, w.kept_until, w.before,
      EXISTS (SELECT 1 FROM legal_hold h WHERE h.learner_id = w.learner_id AND h.lifted_on IS NULL) AS held,
      EXISTS (SELECT 1 FROM enrolment e JOIN school_year y ON y.code = e.school_year
              WHERE e.learner_id = w.learner_id AND coalesce(e.valid_to, y.ends_on) >= (SELECT day FROM today)) AS taught,
      EXISTS (SELECT 1 FROM plan_proposal o WHERE o.learner_id = w.learner_id AND o.stage = 'OPEN') AS proposed,
      (SELECT count(*) FROM plan_retention d WHERE d.learner_id = w.learner_id AND d.ended_on < w.before
        AND d.kept_until < (SELECT day FROM today)) AS over
    FROM (SELECT v.learner_id,
            CASE WHEN bool_and(v.kept_until IS NOT NULL) THEN max(v.kept_until) END AS kept_until,
            coalesce(min(v.begins_on) FILTER (WHERE v.kept_until IS NULL OR v.kept_until >= (SELECT day FROM today)),
                     max(v.ended_on) + 1) AS before
          FROM plan_retention v GROUP BY v.learner_id) w;

-- What the platform does today: forgets whom nothing has to be kept of, and of others what is over.
CREATE VIEW retention_due AS
    SELECT r.learner_id,
      r.kept_until < (SELECT day FROM today) AND NOT r.taught AND NOT r.proposed AS whole, r.before
    FROM learner_retention r JOIN learner l ON l.id = r.learner_id
    WHERE NOT r.held AND l.anonymised_on IS NULL AND l.merged_into IS NULL AND r.over > 0;
