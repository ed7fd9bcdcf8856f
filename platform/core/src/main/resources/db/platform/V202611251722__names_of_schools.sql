-- A school's names and types, each from a day until the next; the registration number stays. valid_from is empty for the
-- name that a school came with: since when it had that one nobody has said. The school's own row holds the present name.
CREATE TABLE school_name (
    id         uuid PRIMARY KEY DEFAULT uuidv7(),
    school_id  uuid NOT NULL REFERENCES school ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    name       text COLLATE "lv-x-icu" NOT NULL,
    kind       text NOT NULL,
    valid_from date,
    UNIQUE NULLS NOT DISTINCT (school_id, valid_from)
);
CREATE TRIGGER change_log AFTER INSERT OR UPDATE OR DELETE ON school_name
    FOR EACH ROW EXECUTE FUNCTION record_change();

INSERT INTO school_name (school_id, name, kind) SELECT id, name, kind FROM school;

-- Kept by the database, so that no way of adding a school can forget it.
CREATE FUNCTION school_named() RETURNS trigger
LANGUAGE plpgsql SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
BEGIN
  INSERT INTO school_name (school_id, name, kind) VALUES (NEW.id, NEW.name, NEW.kind);
  RETURN NULL;
END
$$;
CREATE TRIGGER named AFTER INSERT ON school FOR EACH ROW EXECUTE FUNCTION school_named();

-- What a school was called on a day; before the first name that is known, that one.
CREATE FUNCTION school_name_on(the_school uuid, the_day date) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT n.name FROM school_name n
  WHERE n.school_id = the_school AND (n.valid_from IS NULL OR n.valid_from <= the_day)
  ORDER BY n.valid_from DESC NULLS LAST LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION school_name_on(uuid, date) TO ${flyway:defaultSchema};
