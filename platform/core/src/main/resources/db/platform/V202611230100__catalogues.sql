-- Catalogues as the nation published them, copied into the tenant so that no query crosses a schema.
-- A code is the key: it is never re-used for another meaning, and old plans keep theirs.

CREATE TABLE school_year (
    code      text PRIMARY KEY CHECK (code ~ '^[0-9]{4}/[0-9]{4}$'),
    starts_on date NOT NULL,
    ends_on   date NOT NULL,
    basis     text NOT NULL,
    CHECK (starts_on < ends_on)
);

-- ends_on is the last day of teaching of most grades; grades 9 and 12 end later.
-- last_day: a period ends when the last grade stops being taught.
CREATE TABLE semester (
    code            text PRIMARY KEY CHECK (code ~ '^[0-9]{4}/[0-9]{4}-[12]$'),
    school_year     text NOT NULL REFERENCES school_year,
    ordinal         integer NOT NULL CHECK (ordinal IN (1, 2)),
    starts_on       date NOT NULL,
    ends_on         date NOT NULL,
    grade9_ends_on  date,
    grade12_ends_on date,
    last_day        date GENERATED ALWAYS AS (greatest(ends_on, grade9_ends_on, grade12_ends_on)) STORED,
    UNIQUE (school_year, ordinal),
    CHECK (starts_on < ends_on),
    CHECK (code = school_year || '-' || ordinal)
);

-- first_ends_on: the end agreed at first, where a programme was prolonged.
CREATE TABLE programme (
    code          text PRIMARY KEY,
    name_lv       text NOT NULL,
    name_en       text NOT NULL,
    number        text NOT NULL,
    operator      text NOT NULL,
    starts_on     date NOT NULL,
    ends_on       date NOT NULL,
    first_ends_on date,
    basis         text NOT NULL,
    CHECK (starts_on < ends_on),
    CHECK (first_ends_on <= ends_on)
);

CREATE TABLE programme_grade (
    programme  text NOT NULL REFERENCES programme,
    vocational boolean NOT NULL,
    grade_from integer NOT NULL,
    grade_to   integer NOT NULL,
    valid_from date NOT NULL,
    valid_to   date NOT NULL,
    basis      text NOT NULL,
    PRIMARY KEY (programme, vocational, valid_from),
    CHECK (grade_from BETWEEN 1 AND grade_to AND grade_to <= 12),
    CHECK (valid_from <= valid_to)
);

-- Only the steps that this kind of tenant has: a state institution has no municipality step.
CREATE TABLE approval_step (
    programme text NOT NULL REFERENCES programme,
    ordinal   integer NOT NULL CHECK (ordinal >= 1),
    role      text NOT NULL,
    basis     text NOT NULL,
    PRIMARY KEY (programme, ordinal)
);

CREATE TABLE risk_group (
    code     text PRIMARY KEY,
    name_lv  text NOT NULL,
    name_en  text NOT NULL,
    position integer NOT NULL
);

-- special_category: NONE, ART9 (health and the like) or ART10 (offending) of the GDPR.
CREATE TABLE risk (
    code             text PRIMARY KEY,
    risk_group       text NOT NULL REFERENCES risk_group,
    name_lv          text NOT NULL,
    name_en          text NOT NULL,
    special_category text NOT NULL CHECK (special_category IN ('NONE', 'ART9', 'ART10')),
    position         integer NOT NULL,
    basis            text NOT NULL
);

CREATE TABLE measure_kind (
    code          text PRIMARY KEY,
    kind          text NOT NULL CHECK (kind IN ('CONSULTATION', 'SERVICE', 'COMPENSATION', 'GRANT', 'SYSTEMIC')),
    name_lv       text NOT NULL,
    name_en       text NOT NULL,
    unit          text NOT NULL,
    provider_role text,
    evidence      text NOT NULL,
    position      integer NOT NULL,
    basis         text NOT NULL
);

-- Rights and changes of access follow the Latvian day, whatever the time zone of a session.
CREATE VIEW today AS
    SELECT (now() AT TIME ZONE 'Europe/Riga')::date AS day;
