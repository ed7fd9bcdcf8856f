package lv.pumpurs.core.plan;

import java.util.Set;

/** Order of a list of plans; in the end always by code, which no two share. */
enum PlanSort {
    /** By the learner's family name, then the latest semester first. */
    NAME("l.family_name %1$s, l.given_name %1$s, p.semester collate \"C\" desc"),
    /** By semester, then the learner's family name. */
    SEMESTER("p.semester collate \"C\" %1$s, l.family_name, l.given_name"),
    /** By school, then the learner's family name. */
    SCHOOL("s.name %1$s, l.family_name, l.given_name"),
    /** By state in the order of its life, then the learner's family name. */
    STATE("""
            array_position(array['DRAFT', 'RETURNED', 'IN_APPROVAL', 'EVALUATION_DUE', 'ACTIVE', 'AMENDMENT_PENDING', 'SUSPENDED',
             'EVALUATED', 'CLOSED', 'TERMINATED', 'REJECTED'], %2$s) %1$s, l.family_name, l.given_name""");

    /** What the address may ask for. */
    static final Set<String> NAMES = Set.of("name", "semester", "school", "state");

    private final String sql;

    PlanSort(String sql) {
        this.sql = sql;
    }

    static PlanSort of(String name) {
        return switch (name) {
            case "semester" -> SEMESTER;
            case "school" -> SCHOOL;
            case "state" -> STATE;
            default -> NAME;
        };
    }

    String sql(boolean descending) {
        return sql.formatted(descending ? "desc" : "asc", PlanReading.STATE) + ", p.code";
    }
}
