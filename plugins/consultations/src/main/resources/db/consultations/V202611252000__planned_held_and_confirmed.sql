-- A consultation from its plan to its confirmation. What was there before was held: it stays so, and is tied to the
-- measure of the plan where there is no doubt which one it was.

-- Who is where, and when, as a stretch of numbers: those of two people never meet, so that one exclusion says that nobody
-- is at two places at once. Nothing, where the time is not known.
CREATE FUNCTION consultation_place(person uuid, day date, at time, minutes integer) RETURNS numrange
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT numrange(begins, begins + minutes)
    FROM (SELECT ((('x' || left(replace(person::text, '-', ''), 16))::bit(64)::bigint::numeric + 9223372036854775808)
                      * 18446744073709551616
                  + (('x' || right(replace(person::text, '-', ''), 16))::bit(64)::bigint::numeric + 9223372036854775808))
                 * 4294967296
                 + (day - date '2000-01-01') * 1440 + extract(hour FROM at) * 60 + extract(minute FROM at) AS begins) b
$$;
GRANT EXECUTE ON FUNCTION consultation_place(uuid, date, time, integer) TO ${flyway:defaultSchema};

-- Direktora rīkojums by which consultations may be remote: on which days, by whom, for which plans. Where it names no
-- provider or no plan it is for all of them.
CREATE TABLE consultation_order (
    id         uuid PRIMARY KEY,
    school_id  uuid NOT NULL,
    number     text NOT NULL CHECK (length(number) BETWEEN 1 AND 40),
    ordered_on date NOT NULL,
    valid_from date NOT NULL,
    valid_to   date NOT NULL,
    entered_by uuid NOT NULL,
    version    integer NOT NULL DEFAULT 0,
    CHECK (valid_from <= valid_to AND ordered_on <= valid_to),
    UNIQUE (school_id, number, ordered_on)
);
CREATE INDEX consultation_order_of_school ON consultation_order (school_id, valid_from);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON consultation_order
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- provider_id is a text: a key in a collection of values is bound as one
CREATE TABLE consultation_order_provider (
    id          uuid PRIMARY KEY DEFAULT uuidv7(),
    order_id    uuid NOT NULL REFERENCES consultation_order,
    provider_id text NOT NULL CHECK (provider_id::uuid IS NOT NULL),
    UNIQUE (order_id, provider_id)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON consultation_order_provider
    FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TABLE consultation_order_plan (
    id        uuid PRIMARY KEY DEFAULT uuidv7(),
    order_id  uuid NOT NULL REFERENCES consultation_order,
    plan_code text NOT NULL,
    UNIQUE (order_id, plan_code)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON consultation_order_plan
    FOR EACH ROW EXECUTE FUNCTION record_change();

-- held_on is the day of it, also of one that is still to be held. session_id: what was one session for several learners
-- has one row a learner and the same key in each; leads: the one of them that holds the provider's time. quantity: in the
-- unit of the measure, as the school counted on the day it was written. confirm_by: the last day on which the learner or
-- the guardian can confirm it, from which follows by the day alone that one is unconfirmed; none: nobody is asked.
-- known: which rules did not hold, and the provider said to know it.
ALTER TABLE consultation
    ADD COLUMN school_id    uuid,
    ADD COLUMN plan_id      uuid,
    ADD COLUMN measure_id   uuid,
    ADD COLUMN session_id   uuid NOT NULL DEFAULT uuidv7(),
    ADD COLUMN leads        boolean NOT NULL DEFAULT false,
    ADD COLUMN starts_at    time(0),
    ADD COLUMN mode         text NOT NULL DEFAULT 'IN_PERSON' CHECK (mode IN ('IN_PERSON', 'REMOTE')),
    ADD COLUMN order_id     uuid REFERENCES consultation_order,
    ADD COLUMN state        text NOT NULL DEFAULT 'HELD' CHECK (state IN ('PLANNED', 'HELD', 'CONFIRMED', 'NO_SHOW',
                                'CANCELLED', 'RESCHEDULED')),
    ADD COLUMN quantity     numeric(8, 2) CHECK (quantity > 0),
    ADD COLUMN confirm_by   date,
    ADD COLUMN confirmed_on date,
    ADD COLUMN confirmed_by text CHECK (confirmed_by IN ('GUARDIAN', 'LEARNER', 'CODE')),
    ADD COLUMN reason       text CHECK (length(reason) BETWEEN 1 AND 400),
    ADD COLUMN successor_id uuid REFERENCES consultation DEFERRABLE INITIALLY DEFERRED,
    ADD COLUMN known        text NOT NULL DEFAULT '',
    ADD CHECK ((measure_id IS NULL) = (plan_id IS NULL) AND (measure_id IS NULL) = (school_id IS NULL)
               AND (measure_id IS NULL) = (quantity IS NULL)),
    ADD CHECK (state = 'HELD' OR (measure_id IS NOT NULL AND starts_at IS NOT NULL)),
    ADD CHECK (mode <> 'REMOTE' OR order_id IS NOT NULL),
    ADD CHECK ((state = 'CONFIRMED') = (confirmed_on IS NOT NULL)
               AND (confirmed_on IS NULL) = (confirmed_by IS NULL)),
    ADD CHECK (confirmed_on <= confirm_by),
    ADD CHECK (confirm_by >= held_on),
    ADD CHECK ((state = 'CANCELLED') = (reason IS NOT NULL)),
    ADD CHECK ((state = 'RESCHEDULED') = (successor_id IS NOT NULL));

-- what was held with the learner by the provider of the only measure of those days, or the only one of that subject
UPDATE consultation c
SET measure_id = f.measure_id, plan_id = f.plan_id, school_id = f.school_id,
    quantity = greatest(0.01, CASE f.unit WHEN 'session' THEN 1 WHEN 'hour' THEN round(c.minutes / 60.0, 2)
                              ELSE round(c.minutes / 40.0, 2) END)
FROM (SELECT k.id AS consultation_id, m.id AS measure_id, p.id AS plan_id, p.school_id, m.unit,
             count(*) OVER (PARTITION BY k.id) AS candidates,
             row_number() OVER (PARTITION BY k.id ORDER BY (m.subject = k.subject) DESC NULLS LAST) AS place,
             count(*) FILTER (WHERE m.subject = k.subject) OVER (PARTITION BY k.id) AS of_subject
      FROM consultation k
      JOIN spi_plan p ON p.learner_id = k.learner_id AND k.held_on BETWEEN p.active_from AND p.active_to
      JOIN spi_measure m ON m.plan_id = p.id AND m.provider_id = k.provider_id
       AND k.held_on BETWEEN m.starts_on AND m.ends_on AND (m.kind LIKE 'CONS\_%' OR m.kind LIKE 'SERV\_%')) f
WHERE f.consultation_id = c.id AND f.place = 1 AND (f.candidates = 1 OR f.of_subject = 1);

ALTER TABLE consultation
    ADD CONSTRAINT consultation_provider_at_one_place
        EXCLUDE USING gist (consultation_place(provider_id, held_on, starts_at, minutes) WITH &&) WHERE (leads),
    ADD CONSTRAINT consultation_learner_at_one_place
        EXCLUDE USING gist (consultation_place(learner_id, held_on, starts_at, minutes) WITH &&)
        WHERE (state IN ('PLANNED', 'HELD', 'CONFIRMED'));

-- each learner once in a session, and one row that holds the provider's time
CREATE UNIQUE INDEX consultation_of_session ON consultation (session_id, learner_id);
CREATE UNIQUE INDEX consultation_leading ON consultation (session_id) WHERE leads;
CREATE INDEX consultation_of_measure ON consultation (measure_id, state) INCLUDE (quantity)
    WHERE measure_id IS NOT NULL;
CREATE INDEX consultation_in_state ON consultation (state, held_on DESC, id DESC) WHERE state <> 'CONFIRMED';

-- A code by which whoever holds it confirms one consultation, once and for a short time; what is kept is its hash.
CREATE TABLE consultation_code (
    id              uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES consultation,
    hash            text NOT NULL,
    expires_at      timestamptz NOT NULL,
    tries           integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
    used            boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX consultation_code_one ON consultation_code (consultation_id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON consultation_code
    FOR EACH ROW EXECUTE FUNCTION record_change();
