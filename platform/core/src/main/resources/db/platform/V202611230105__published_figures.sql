-- What a source document says, kept beside what the rows say. value is text: most are numbers, some a semester or a
-- kind of measure. quote: the words of the source.
CREATE TABLE published_figure (
    id            uuid PRIMARY KEY,
    code          text NOT NULL,
    measure       text NOT NULL,
    school_id     uuid REFERENCES school DEFERRABLE INITIALLY DEFERRED,
    semester_from text REFERENCES semester,
    semester_to   text REFERENCES semester,
    risk          text REFERENCES risk,
    unit          text NOT NULL,
    value         text NOT NULL,
    quote         text,
    note_lv       text,
    note_en       text,
    source        text NOT NULL,
    published_on  date,
    CHECK (semester_from COLLATE "C" <= semester_to COLLATE "C"),
    UNIQUE NULLS NOT DISTINCT (code, measure, school_id, risk)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON published_figure
    FOR EACH ROW EXECUTE FUNCTION record_change();
