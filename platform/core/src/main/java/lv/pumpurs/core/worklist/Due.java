package lv.pumpurs.core.worklist;

import lv.pumpurs.core.identity.Permissions;

/**
 * A kind of work that a plan waits for. What somebody has acted on is in another state and no longer here.
 *
 * <p>The text of a condition speaks of the plan {@code p}; {@code ?1} is the person, {@code ?2} the semester that is
 * under way or comes next.
 */
public enum Due {
    /** Approving, returning or rejecting a plan whose step is the person's. */
    DECIDE("DECIDE", Permissions.PLAN_DECIDE, "p.in_state_since",
            "exists (select 1 from waiting_decision d where d.plan_id = p.id and d.person_id = ?1)"),
    /** Writing a returned plan anew, or a returned amendment. */
    CORRECT("CORRECT", Permissions.PLAN_WRITE, "p.in_state_since",
            "(p.state = 'RETURNED' or " + Due.AMENDED + "'RETURNED')) and " + Due.OWN),
    /** Writing a plan that a class teacher proposes, or saying why not; the key is the learner's. */
    PROPOSED("WRITE", Permissions.PLAN_WRITE, "p.proposed_on", "p.stage = 'OPEN'"),
    /** Handing in a draft. */
    WRITE("WRITE", Permissions.PLAN_WRITE, Due.FIRST_DAY + "p.semester)", "p.state = 'DRAFT' and " + Due.OWN),
    /** Writing the next plan of a learner whose risks the last one did not end. */
    CONTINUE("WRITE", Permissions.PLAN_WRITE, Due.FIRST_DAY + "?2)", Due.LEFT_OPEN + " and " + Due.OWN),
    /** Judging a plan whose time of support is over, though it may rest. */
    EVALUATE("EVALUATE", Permissions.PLAN_EVALUATE, "p.active_to",
            "p.state in ('ACTIVE', 'SUSPENDED') and p.active_to < (select t.day from today t) and " + Due.OWN),
    /** Closing an evaluated plan. */
    CLOSE("CLOSE", Permissions.PLAN_END, "p.evaluated_on", "p.state = 'EVALUATED'");

    /** The person wrote the plan, or whoever did writes none there any more. */
    private static final String OWN = """
            (p.author_id = ?1 or not exists (select 1 from staff_role_today a
              where a.staff_id = p.author_id and a.role = 'PLAN_AUTHOR'
               and (a.school_id = p.school_id or a.school_id is null)))""";
    private static final String PROPOSALS = """
            (select x.learner_id as id, cast(null as text) as code, x.learner_id, x.school_id, x.proposed_on, x.stage,
                    cast(null as text) as programme from plan_proposal x)""";
    private static final String AMENDED = """
            exists (select 1 from plan_amendment n where n.plan_id = p.id
             and p.active_to >= (select t.day from today t) and n.stage =\s""";
    private static final String FIRST_DAY = "(select x.starts_on from semester x where x.code = ";
    /** Of the semester before; the learner still attends the school and has no plan for the semester that is meant. */
    private static final String LEFT_OPEN = """
            p.state in ('EVALUATED', 'CLOSED') and p.result <> 'ELIMINATED'
             and p.semester = (select max(x.code collate "C") from semester x where x.code collate "C" < ?2)
             and not exists (select 1 from support_plan n where n.learner_id = p.learner_id and n.semester = ?2)
             and exists (select 1 from enrolment e join semester y on y.code = ?2 and y.school_year = e.school_year
                         where e.learner_id = p.learner_id and e.school_id = p.school_id
                          and (e.valid_to is null or e.valid_to >= (select t.day from today t)))""";

    private final String deadline;
    private final String permission;
    private final String since;
    private final String condition;

    Due(String deadline, String permission, String since, String condition) {
        this.deadline = deadline;
        this.permission = permission;
        this.since = since;
        this.condition = condition;
    }

    /** Which row of {@code work_deadline} limits it. */
    String deadline() {
        return deadline;
    }

    /** Whoever does this work holds it. */
    String permission() {
        return permission;
    }

    /** The day from which the deadline counts. */
    String since() {
        return since;
    }

    String condition() {
        return condition;
    }

    /** What the condition calls {@code p}. */
    String source() {
        return this == PROPOSED ? PROPOSALS : "support_plan";
    }
}
