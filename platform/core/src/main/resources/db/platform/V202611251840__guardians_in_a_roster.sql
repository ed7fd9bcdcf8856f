-- Guardians that come with a roster. Such a guardian may have no address yet: nobody has been invited.
ALTER TABLE guardian
    ALTER COLUMN email DROP NOT NULL,
    ADD COLUMN phone text CHECK (phone ~ '^\+[0-9]{8,15}$');

-- What an import wrote last: a guardian who is different by now was changed by a person, and is left alone from then on.
CREATE TABLE imported_guardian (
    guardian_id uuid PRIMARY KEY REFERENCES guardian ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    given_name  text NOT NULL,
    family_name text NOT NULL,
    email       text,
    phone       text
);

-- By which key a school's own system names a guardian. Two schools may use the same key for two people.
CREATE TABLE imported_guardian_key (
    school_id   uuid NOT NULL REFERENCES school DEFERRABLE INITIALLY DEFERRED,
    source_id   text NOT NULL CHECK (length(source_id) <= 255),
    guardian_id uuid NOT NULL REFERENCES guardian ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (school_id, source_id)
);
CREATE INDEX imported_guardian_key_of_source ON imported_guardian_key (source_id);
CREATE INDEX imported_guardian_key_of_guardian ON imported_guardian_key (guardian_id);

-- Which guardianships an import has begun: one that was taken away since, even on its first day, is not begun again.
CREATE TABLE imported_guardianship (
    guardian_id uuid NOT NULL REFERENCES guardian ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    learner_id  uuid NOT NULL REFERENCES learner ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (learner_id, guardian_id)
);
CREATE INDEX imported_guardianship_of_guardian ON imported_guardianship (guardian_id);

-- staff: people of the file who are no learners and no guardians; a number only.
ALTER TABLE roster_import
    ADD COLUMN guardians_added integer NOT NULL DEFAULT 0,
    ADD COLUMN guardians_changed integer NOT NULL DEFAULT 0,
    ADD COLUMN custodies_added integer NOT NULL DEFAULT 0,
    ADD COLUMN staff integer NOT NULL DEFAULT 0;

-- What a row says of the first or the second guardian, and what that means here. The person stands here as it will be
-- after the import. LEFT: nothing is done, for a reason among the hints. custody_*: the guardianship that begins.
-- child_id: the learner of the row; not called as in the tables that a merge of two records moves, because the rows of an
-- import are thrown away when a learner has changed.
CREATE TABLE roster_guardian (
    import_id    uuid NOT NULL REFERENCES roster_import ON DELETE CASCADE,
    row_no       integer NOT NULL,
    nth          integer NOT NULL CHECK (nth IN (1, 2)),
    act          text NOT NULL CHECK (act IN ('NEW', 'CHANGED', 'SAME', 'LEFT')),
    guardian_id  uuid NOT NULL,
    child_id     uuid NOT NULL,
    source_id    text,
    given_name   text NOT NULL,
    family_name  text NOT NULL,
    email        text,
    phone        text,
    relation     text,
    custody_id   uuid,
    custody_from date,
    custody_to   date,
    hints        jsonb NOT NULL,
    difference   jsonb NOT NULL,
    PRIMARY KEY (import_id, row_no, nth),
    CHECK (custody_id IS NULL OR (custody_from IS NOT NULL AND relation IS NOT NULL))
);
-- who was met in an earlier row of the file
CREATE INDEX roster_guardian_of_email ON roster_guardian (import_id, email);
CREATE INDEX roster_guardian_of_source ON roster_guardian (import_id, source_id);
CREATE INDEX roster_guardian_of_person ON roster_guardian (import_id, guardian_id);
