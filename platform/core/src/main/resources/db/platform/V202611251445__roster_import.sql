-- Import of a school's roster from a file. The file is never kept: its rows are staged here, in the tenant's own schema,
-- until the import is applied or put away.

ALTER TABLE learner ADD COLUMN birth_date date;
-- an import looks for learners by their whole folded name
CREATE INDEX learner_by_search_name ON learner (search_name);

-- header: names of the file's columns. mapping: field to position of its column, once somebody has chosen.
-- by_name: whether a learner of the school without a birth date may be taken for a namesake in the file.
CREATE TABLE roster_import (
    id          uuid PRIMARY KEY,
    school_id   uuid NOT NULL REFERENCES school DEFERRABLE INITIALLY DEFERRED,
    school_year text NOT NULL REFERENCES school_year,
    format      text NOT NULL CHECK (format IN ('CSV', 'ONEROSTER')),
    state       text NOT NULL CHECK (state IN ('UPLOADED', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED')),
    uploaded_by uuid NOT NULL,
    uploaded_at timestamptz NOT NULL,
    header      jsonb NOT NULL,
    mapping     jsonb,
    by_name     boolean NOT NULL,
    total       integer NOT NULL,
    done        integer NOT NULL,
    added       integer NOT NULL,
    changed     integer NOT NULL,
    unchanged   integer NOT NULL,
    ended       integer NOT NULL,
    failure     text
);
CREATE INDEX roster_import_of_school ON roster_import (school_id, uploaded_at DESC);

-- Held by whoever applies an import, as long as that takes. Apart from the import, whose row tells meanwhile how far it is.
CREATE TABLE roster_lock (
    import_id uuid PRIMARY KEY REFERENCES roster_import ON DELETE CASCADE
);

-- A row as it stood in the file: an array of texts; a personal code is {"t": masked, "s": encrypted for the import}.
CREATE TABLE roster_row (
    import_id uuid NOT NULL REFERENCES roster_import ON DELETE CASCADE,
    part      text NOT NULL,
    row_no    integer NOT NULL,
    cells     jsonb NOT NULL,
    PRIMARY KEY (import_id, part, row_no)
);

-- What a row without a serious problem means here. learner_id: of a learner who is there, or the key of the new one.
-- next_*: another enrolment, after the one that previous_id names has ended; corrected: that one's class is put right.
CREATE TABLE roster_line (
    import_id           uuid NOT NULL REFERENCES roster_import ON DELETE CASCADE,
    row_no              integer NOT NULL,
    act                 text NOT NULL CHECK (act IN ('NEW', 'CHANGED', 'SAME')),
    learner_id          uuid NOT NULL,
    learner_version     integer,
    given_name          text NOT NULL,
    family_name         text NOT NULL,
    search_name         text NOT NULL,
    birth_date          date,
    personal_code       bytea,
    personal_code_index bytea,
    class_name          text NOT NULL,
    grade               integer NOT NULL,
    vocational          boolean NOT NULL,
    previous_id         uuid,
    previous_to         date,
    previous_outcome    text,
    next_id             uuid,
    next_from           date,
    corrected           boolean NOT NULL,
    difference          jsonb NOT NULL,
    PRIMARY KEY (import_id, row_no),
    CHECK ((next_id IS NULL) = (next_from IS NULL))
);

-- who of the school is in the file, and who is twice
CREATE INDEX roster_line_of_learner ON roster_line (import_id, learner_id);

-- Learners of the school whom no row names.
CREATE TABLE roster_gone (
    import_id       uuid NOT NULL REFERENCES roster_import ON DELETE CASCADE,
    learner_id      uuid NOT NULL,
    learner_version integer NOT NULL,
    enrolment_id    uuid NOT NULL,
    PRIMARY KEY (import_id, learner_id)
);

-- What is wrong with a row. place: position of its column, -1 for the row as a whole. other_row: another row that it is about.
CREATE TABLE roster_finding (
    import_id uuid NOT NULL REFERENCES roster_import ON DELETE CASCADE,
    row_no    integer NOT NULL,
    place     integer NOT NULL,
    kind      text NOT NULL,
    serious   boolean NOT NULL,
    other_row integer,
    PRIMARY KEY (import_id, row_no, place, kind)
);

-- How the columns of a file were understood the last time: remembered by their names, whose digest is the key because
-- a hundred long names are more than an index takes.
CREATE TABLE roster_mapping (
    school_id     uuid NOT NULL REFERENCES school DEFERRABLE INITIALLY DEFERRED,
    header_digest text NOT NULL,
    mapping       jsonb NOT NULL,
    PRIMARY KEY (school_id, header_digest)
);
