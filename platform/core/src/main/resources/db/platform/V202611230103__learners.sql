-- search_name: given and family name in lower case without diacritics, folded by the application (unaccent is not
-- immutable and lives outside the tenant's search_path). email: only an adult learner has a login.
-- latest_enrolment_id: where the learner is now, or was last; lists join on it instead of searching the history of
-- every learner. personal_code: encrypted; personal_code_index: a keyed hash, so that the same code is found without decrypting.
CREATE TABLE learner (
    id                  uuid PRIMARY KEY,
    given_name          text COLLATE "lv-x-icu" NOT NULL,
    family_name         text COLLATE "lv-x-icu" NOT NULL,
    search_name         text COLLATE "C" NOT NULL,
    email               text UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
    personal_code       bytea,
    personal_code_index bytea UNIQUE,
    latest_enrolment_id uuid,
    version             integer NOT NULL,
    CHECK ((personal_code IS NULL) = (personal_code_index IS NULL))
);
-- the order of the list of learners; id makes pages stable among namesakes
CREATE INDEX learner_by_name ON learner (family_name, given_name, id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON learner
    FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TABLE enrolment (
    id          uuid PRIMARY KEY,
    learner_id  uuid NOT NULL REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    school_id   uuid NOT NULL REFERENCES school DEFERRABLE INITIALLY DEFERRED,
    school_year text NOT NULL REFERENCES school_year,
    class_name  text NOT NULL,
    grade       integer NOT NULL,
    vocational  boolean NOT NULL,
    outcome     text CHECK (outcome IN ('PROMOTED', 'EXTENDED_YEAR', 'REPEATED', 'GRADUATED', 'LEFT', 'TRANSFERRED')),
    valid_from  date NOT NULL,
    valid_to    date,
    CHECK (grade BETWEEN 1 AND CASE WHEN vocational THEN 4 ELSE 12 END),
    CHECK (valid_from <= valid_to),
    UNIQUE (learner_id, school_year, school_id, valid_from),
    UNIQUE (learner_id, id)
);
-- deferred: learner and enrolment name each other
ALTER TABLE learner ADD CONSTRAINT learner_latest_enrolment FOREIGN KEY (id, latest_enrolment_id)
    REFERENCES enrolment (learner_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX enrolment_of_class ON enrolment (school_id, school_year, class_name, learner_id);
CREATE INDEX enrolment_of_learner ON enrolment (learner_id, school_id);
-- completion counts learners of the final grades only
CREATE INDEX enrolment_of_final_grade ON enrolment (school_year, school_id, learner_id) INCLUDE (outcome)
    WHERE grade IN (9, 12) AND NOT vocational;
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON enrolment
    FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TABLE guardian (
    id          uuid PRIMARY KEY,
    email       text NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
    given_name  text COLLATE "lv-x-icu" NOT NULL,
    family_name text COLLATE "lv-x-icu" NOT NULL
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON guardian
    FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TABLE guardianship (
    id          uuid PRIMARY KEY,
    guardian_id uuid NOT NULL REFERENCES guardian DEFERRABLE INITIALLY DEFERRED,
    learner_id  uuid NOT NULL REFERENCES learner DEFERRABLE INITIALLY DEFERRED,
    relation    text NOT NULL CHECK (relation IN ('PARENT', 'GUARDIAN', 'FOSTER_FAMILY', 'INSTITUTION')),
    valid_from  date NOT NULL,
    valid_to    date,
    CHECK (valid_from <= valid_to),
    UNIQUE (guardian_id, learner_id, valid_from)
);
CREATE INDEX guardianship_of_learner ON guardianship (learner_id);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON guardianship
    FOR EACH ROW EXECUTE FUNCTION record_change();
