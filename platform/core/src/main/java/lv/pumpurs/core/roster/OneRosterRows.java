package lv.pumpurs.core.roster;

import jakarta.persistence.EntityManager;
import java.util.List;
import lv.pumpurs.core.learner.FoldedName;
import lv.pumpurs.core.roster.file.RosterFile.Format;
import lv.pumpurs.core.roster.file.RosterFileProblem;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Makes one table of the tables of a OneRoster zip: a row for each student of the school, with the class of the home
 * room. From there on it is an import like that of a CSV file. The columns stand where the file has them: their places
 * are numbers in the statements, everything else in them is constant.
 */
final class OneRosterRows implements OneRosterGuardians.Tables {

    /** What is found while the tables are joined, and not again by a check. */
    static final String FOUND_BY_THE_ZIP = "('NO_CLASS', 'SEVERAL_CLASSES', 'GUARDIAN_UNKNOWN', 'GUARDIANS_MORE')";

    /**
     * Adds no row, but tells the database that there are many: it knows nothing yet of rows that have just come, takes
     * each table for a single row, and would else compare every user of a municipality with every other.
     */
    static final String MANY = "cross join jsonb_array_elements('[0]') as many";

    /** Columns of the table that is made, by names that {@link Mapping#guess} knows. */
    static final List<String> HEADER = List.of("givenName", "familyName", "personalCode", "birthDate", "class", "grade",
            "startDate", "guardian 1 id", "guardian 1 given name", "guardian 1 family name", "guardian 1 email",
            "guardian 1 phone", "guardian 1 role", "guardian 2 id", "guardian 2 given name", "guardian 2 family name",
            "guardian 2 email", "guardian 2 phone", "guardian 2 role");

    private static final int MOST_ORGS = 10_000;

    private final EntityManager entities;
    private final RosterImport one;
    private final Staging staged;

    OneRosterRows(EntityManager entities, RosterImport one, Staging staged) {
        this.entities = entities;
        this.one = one;
        this.staged = staged;
    }

    void join(RosterImports imports) {
        refuseAnotherYear();
        String org = org();
        String students = isSecond() ? studentsOfSecond() : studentsOfFirst();
        OneRosterGuardians guardians = new OneRosterGuardians(this, isSecond());
        entities.createNativeQuery(classesAndPlaces() + students(students) + guardians.ofStudents() + STAGED)
            .setParameter(1, one.id().toString())
            .setParameter(2, org)
            .executeUpdate();
        int total = ((Number) entities
            .createNativeQuery("select count(*) from roster_row where import_id = ?1 and part = ''")
            .setParameter(1, one.id())
            .getSingleResult()).intValue();
        if (total == 0) {
            throw new Refused(RosterFileProblem.EMPTY);
        }
        entities.createNativeQuery("update roster_import set staff = (" + guardians.staff() + ") where id = ?1")
            .setParameter(1, one.id())
            .setParameter(2, org)
            .executeUpdate();
        entities.createNativeQuery("delete from roster_row where import_id = ?1 and part <> ''")
            .setParameter(1, one.id())
            .executeUpdate();
        imports.staged(one.id(), Format.ONEROSTER, HEADER, total);
        imports.understood(imports.find(one.id()).orElseThrow(), Mapping.guess(HEADER), false);
    }

    private static final String STAGED = """
            staged as (
              insert into roster_row (import_id, part, row_no, cells)
              select cast(?1 as uuid), '', s.row_no, jsonb_build_array(s.given, s.family,
                case jsonb_typeof(s.code) when 'object' then s.code else to_jsonb(cast('' as text)) end,
                coalesce(s.birth, ''), case when s.clear then coalesce(s.title, '') else '' end,
                case when s.clear then coalesce(s.grade, '') else '' end, coalesce(s.since, ''))
                || coalesce(g.first, {nobody}) || coalesce(g.second, {nobody})
              from student s left join guardians g on g.row_no = s.row_no)
            insert into roster_finding (import_id, row_no, place, kind, serious)
            select cast(?1 as uuid), s.row_no, 4, case s.classes when 0 then 'NO_CLASS' else 'SEVERAL_CLASSES' end, true
            from student s where not s.clear
            union all
            select cast(?1 as uuid), u.row_no, -1, 'GUARDIAN_UNKNOWN', false from unknown_agents u
            union all
            select cast(?1 as uuid), g.row_no, -1, 'GUARDIANS_MORE', false from guardians g where g.many""".replace(
            "{nobody}",
            "jsonb_build_array('', '', '', '', '', '')");

    private String classesAndPlaces() {
        return """
                with school_class as (
                  select %s as id, %s as title, substring(%s from '^([0-9]{1,2})$') as grade, lower(%s) = 'homeroom' as home
                  from roster_row c where c.import_id = cast(?1 as uuid) and c.part = 'classes' and %s = ?2 and %s),
                place as materialized (select p.* from (
                  select %s as student, count(distinct c.id) as classes,
                    count(distinct c.id) filter (where c.home) as homes, min(c.title) as title, min(c.grade) as grade,
                    min(c.title) filter (where c.home) as home_title, min(c.grade) filter (where c.home) as home_grade,
                    min(%s) as since
                  from roster_row e join school_class c on c.id = %s
                  where e.import_id = cast(?1 as uuid) and e.part = 'enrollments' and lower(%s) = 'student' and %s
                  group by 1) p {many}),
                """.replace("{many}", MANY)
            .formatted(id("classes"), text("classes", "c", "title"), text("classes", "c", "grades"),
                    text("classes", "c", "classType"), text("classes", "c", "schoolSourcedId"), kept("classes", "c"),
                    text("enrollments", "e", "userSourcedId"), text("enrollments", "e", "beginDate"),
                    text("enrollments", "e", "classSourcedId"), text("enrollments", "e", "role"),
                    kept("enrollments", "e"));
    }

    private String students(String those) {
        return """
                pupil as materialized (
                  select u.row_no, u.cells, %s as id from roster_row u {many}
                  where u.import_id = cast(?1 as uuid) and u.part = 'users' and %s and %s),
                born as materialized (
                  select %s as id, %s as birth from roster_row d {many}
                  where d.import_id = cast(?1 as uuid) and d.part = 'demographics'),
                student as (
                  select distinct on (u.row_no) u.row_no, %s as given, %s as family, %s as code, b.birth, %s as agents,
                    coalesce(p.classes, 0) as classes, coalesce(p.homes = 1 or (p.homes = 0 and p.classes = 1), false) as clear,
                    case when p.homes = 1 then p.home_title else p.title end as title,
                    case when p.homes = 1 then p.home_grade else p.grade end as grade, p.since
                  from pupil u left join place p on p.student = u.id left join born b on b.id = u.id
                  where %s),
                """.replace("{many}", MANY)
            .formatted(text("users", "u", "sourcedId"), kept("users", "u"), those,
                    text("demographics", "d", "sourcedId"), text("demographics", "d", "birthDate"),
                    cell("users", "u", "givenName"), cell("users", "u", "familyName"),
                    cell("users", "u", "identifier"), text("users", "u", "agentSourcedIds"),
                    ofSchool());
    }

    private boolean isSecond() {
        return !staged.header("roles").isEmpty();
    }

    /** In 1.1 a user has one role, and the schools of the user stand beside it. */
    private String studentsOfFirst() {
        return "lower(" + text("users", "u", "role") + ") = 'student'";
    }

    private String ofSchool() {
        return isSecond()
                ? "true"
                : "p.student is not null or ?2 = any (string_to_array(replace(coalesce("
                        + text("users", "u", "orgSourcedIds") + ", ''), ' ', ''), ','))";
    }

    /** In 1.2 roles are a table of their own, one row a school; they are gone through once and hashed. */
    private String studentsOfSecond() {
        return "(" + text("users", "u", "sourcedId") + " in (select " + text("roles", "r", "userSourcedId")
                + " from roster_row r where r.import_id = cast(?1 as uuid) and r.part = 'roles' and lower("
                + text("roles", "r", "role") + ") = 'student' and " + text("roles", "r", "orgSourcedId") + " = ?2 and "
                + kept("roles", "r") + ")) is true";
    }

    /** The school of the zip that is this one: the only one, or that of the same number or name. */
    private String org() {
        List<?> rows = entities.createNativeQuery("select " + text("orgs", "o", "sourcedId") + ", "
                + text("orgs", "o", "name") + ", " + text("orgs", "o", "identifier") + ", (select s.registration_no"
                + " from school s where s.id = ?2) from roster_row o where o.import_id = ?1 and o.part = 'orgs'"
                + " and lower(" + text("orgs", "o", "type") + ") = 'school' and " + kept("orgs", "o")
                + " order by o.row_no limit " + MOST_ORGS)
            .setParameter(1, one.id())
            .setParameter(2, one.school().id())
            .getResultList();
        List<Object[]> orgs = rows.stream().map(Object[].class::cast).toList();
        return orgs.stream()
            .filter(org -> same((String) org[2], (String) org[3]) || sameName((String) org[1]))
            .findFirst()
            .or(() -> orgs.size() == 1 && !otherNumber(orgs.getFirst())
                    ? orgs.stream().findFirst()
                    : java.util.Optional.empty())
            .map(org -> (String) org[0])
            .orElseThrow(() -> new Refused(RosterProblem.OTHER_SCHOOL));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private boolean sameName(@Nullable String name) {
        return name != null && FoldedName.fold(name).equals(FoldedName.fold(one.school().name()));
    }

    private static boolean otherNumber(Object[] org) {
        String said = (String) org[2];
        return org[3] != null && said != null && said.matches("\\d{10}") && !said.equals(org[3]);
    }

    private void refuseAnotherYear() {
        if (!staged.header("academicSessions").contains("type")) {
            return;
        }
        List<?> starts = entities.createNativeQuery("select distinct substring(" + text("academicSessions", "a",
                "startDate") + " from 1 for 4) from roster_row a where a.import_id = ?1 and a.part = 'academicSessions'"
                + " and lower(" + text("academicSessions", "a", "type") + ") = 'schoolyear'")
            .setParameter(1, one.id())
            .getResultList();
        if (!starts.isEmpty() && !starts.contains(one.schoolYear().substring(0, 4))) {
            throw new Refused(RosterProblem.OTHER_YEAR);
        }
    }

    private String id(String part) {
        return text(part, "c", "sourcedId");
    }

    @Override
    public String kept(String part, String alias) {
        return "coalesce(lower(" + text(part, alias, "status") + "), '') <> 'tobedeleted'";
    }

    @Override
    public String text(String part, String alias, String column) {
        int place = staged.header(part).indexOf(column);
        return place < 0 ? "cast(null as text)" : "(" + alias + ".cells ->> " + place + ")";
    }

    @Override
    public String cell(String part, String alias, String column) {
        int place = staged.header(part).indexOf(column);
        String nothing = "to_jsonb(cast('' as text))";
        return place < 0 ? nothing : "coalesce(" + alias + ".cells -> " + place + ", " + nothing + ")";
    }
}
