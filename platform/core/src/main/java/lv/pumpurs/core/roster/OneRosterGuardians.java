package lv.pumpurs.core.roster;

/**
 * The guardians of the students of a OneRoster zip: a student's agents, users like the student, whose role is one of their
 * own in 1.1 and stands in a table of its own in 1.2. Beside it, how many people of the zip work at the school.
 *
 * @param tables the columns of the zip
 * @param second whether roles are a table of their own
 */
record OneRosterGuardians(Tables tables, boolean second) {

    private static final String STAFF = "('teacher', 'administrator', 'aide', 'counselor', 'principal', 'proctor',"
            + " 'districtadministrator', 'siteadministrator', 'systemadministrator')";

    /** How a statement finds the columns of a table, whose places are those of the file. */
    interface Tables {

        /** A column as text; null where the file has none of this name. */
        String text(String part, String alias, String column);

        /** A column as it is staged; an empty text where the file has none of this name. */
        String cell(String part, String alias, String column);

        /** That a row is not to be deleted. */
        String kept(String part, String alias);
    }

    /**
     * Tables {@code guardians} and {@code unknown_agents}, to stand after {@code student}. An agent who is to be deleted is
     * in neither; whose role nobody tells has one that is no guardian's. A zip may hold a whole municipality: its users and
     * roles are gone through once, by a hashed list of those who are asked for, and brought together by sorting.
     */
    String ofStudents() {
        return """
                agent as materialized (
                  select s.row_no, a.id, min(a.nth) as nth
                  from student s cross join lateral unnest(string_to_array(s.agents, ',')) with ordinality a(id, nth)
                  where a.id <> '' group by s.row_no, a.id),
                person as materialized (select p.* from (
                  select q.id, bool_or(q.kept) as kept,
                    (array_agg(q.cells order by q.row_no) filter (where q.cells is not null))[1] || jsonb_build_array(
                      coalesce(max(q.role) filter (where q.role in ('parent', 'guardian')), max(q.role), '?')) as cells
                  from (%s) q where (q.id in (select a.id from agent a)) is true
                  group by q.id having bool_or(q.kept) is not null) p {many}),
                unknown_agents as (
                  select distinct a.row_no from agent a left join person p on p.id = a.id where p.id is null),
                guardians as (
                  select f.row_no, max(f.nth) > 2 as many, jsonb_agg(f.cells) filter (where f.nth = 1) -> 0 as first,
                    jsonb_agg(f.cells) filter (where f.nth = 2) -> 0 as second
                  from (select a.row_no, p.cells, row_number() over (partition by a.row_no order by a.nth) as nth
                        from agent a join person p on p.id = a.id where p.kept) f
                  group by f.row_no),
                """.replace("{many}", OneRosterRows.MANY)
            .formatted(second ? users("cast(null as text)") + " union all " + roles() : users(role("users", "g")));
    }

    private String users(String role) {
        return """
                select u.id, u.kept, jsonb_build_array(u.id, u.given, u.family, u.email,
                  case when u.phone in ('""', 'null') then u.sms else u.phone end) as cells, u.role, u.row_no
                from (select %s as id, %s as kept, %s as given, %s as family, %s as email, %s as phone, %s as sms,
                        %s as role, g.row_no
                      from roster_row g where g.import_id = cast(?1 as uuid) and g.part = 'users') u
                """.formatted(tables.text("users", "g", "sourcedId"), tables.kept("users", "g"),
                tables.cell("users", "g", "givenName"), tables.cell("users", "g", "familyName"),
                tables.cell("users", "g", "email"), tables.cell("users", "g", "phone"),
                tables.cell("users", "g", "sms"), role);
    }

    /** A parent who teaches here has two roles, of which that of the parent counts. */
    private String roles() {
        return """
                select %s, cast(null as boolean), cast(null as jsonb), %s, x.row_no
                from roster_row x where x.import_id = cast(?1 as uuid) and x.part = 'roles' and %s""".formatted(
                tables.text("roles", "x", "userSourcedId"), role("roles", "x"), tables.kept("roles", "x"));
    }

    private String role(String part, String alias) {
        return "lower(" + tables.text(part, alias, "role") + ")";
    }

    /** How many people work at the school {@code ?2}. */
    String staff() {
        return second
                ? "select count(distinct " + tables.text("roles", "x", "userSourcedId") + ") from roster_row x where"
                        + " x.import_id = ?1 and x.part = 'roles' and " + role("roles", "x") + " in " + STAFF + " and "
                        + tables.text("roles", "x", "orgSourcedId") + " = ?2 and "
                        + tables.kept("roles", "x")
                : "select count(*) from roster_row x where x.import_id = ?1 and x.part = 'users' and lower("
                        + tables.text("users", "x", "role") + ") in " + STAFF + " and ?2 = any (string_to_array("
                        + tables.text("users", "x", "orgSourcedIds") + ", ',')) and " + tables.kept("users", "x");
    }
}
