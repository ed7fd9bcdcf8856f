package lv.pumpurs.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.personaldata.KeptRows;
import lv.pumpurs.spi.PersonalData.Section;
import lv.pumpurs.spi.PersonalData.Subject;

/**
 * What happened to plans: decisions, amendments, rests, proposals. What those who decide wrote to each other, and what a
 * teacher proposed, is not in a family's file; nor is a scan of the application, which the family has signed. A scan is a
 * picture of words: it goes whole.
 */
final class KeptSteps {

    private static final String DECISIONS = """
            select p.code as plan_id, a.decided_on, a.role,
                   coalesce(t.given_name || ' ' || t.family_name, o.person_name) as person_id, a.decision
            from support_plan p join plan_approval a on a.plan_id = p.id left join staff t on t.id = a.person_id
            left join operator_entry o on o.id = a.operator_entry_id
            where p.learner_id = any {keys} and p.approved_on is not null
            order by a.decided_on, a.step, a.id""";

    private static final String RESTS = """
            select p.code as plan_id, n.since, n.ended_on, n.reason
            from support_plan p join plan_suspension n on n.plan_id = p.id
            where p.learner_id = any {keys} and p.approved_on is not null order by n.since, n.id""";

    private static final String AMENDMENTS = """
            select count(*) from support_plan p join plan_amendment a on a.plan_id = p.id
            where p.learner_id = any {keys}""";

    private static final String PROPOSALS = """
            select count(*) from plan_proposal o where o.learner_id = any {keys}""";

    private static final String SCANS = """
            select count(*) from support_plan p join application_scan a on a.plan_id = p.id
            where p.learner_id = any {keys}""";

    private static final String[] FORGET = {"""
            delete from application_scan a using support_plan p where p.id = a.plan_id and {which}""", """
            update plan_approval a set remark = '–' from support_plan p
            where p.id = a.plan_id and {which} and a.remark <> '–'""", """
            update plan_suspension n set reason = '–' from support_plan p
            where p.id = n.plan_id and {which} and n.reason <> '–'""", """
            update plan_amendment a set reason = case when a.reason is not null then '–' end,
              proposed = plan_without_words(a.proposed),
              replaced = case when a.replaced is not null then plan_without_words(a.replaced) end
            from support_plan p where p.id = a.plan_id and {which}"""};

    private static final String FORGET_PROPOSALS = """
            update plan_proposal o set note = '–', reason = case when o.reason is not null then '–' end
            where o.learner_id = any {keys} and (o.note <> '–' or o.reason <> '–')""";

    private final KeptRows rows;

    KeptSteps(KeptRows rows) {
        this.rows = rows;
    }

    List<Section> of(Subject subject, UUID reader) {
        return KeptRows.filled(
                rows.section("plan_approval", DECISIONS, Map.of("role", "role.", "decision", "audit.decision."),
                        subject,
                        reader),
                rows.section("plan_suspension", RESTS, Map.of(), subject, reader),
                rows.withheld("plan_amendment", AMENDMENTS, subject),
                rows.withheld("plan_proposal", PROPOSALS, subject),
                rows.withheld("application_scan", SCANS, subject));
    }

    int anonymise(Subject subject, String plans) {
        return rows.change(subject, KeptPlans.which(FORGET, plans)) + rows.change(subject, FORGET_PROPOSALS);
    }

    int expire(Subject subject, LocalDate before, String plans) {
        return rows.change(subject, before, KeptPlans.which(FORGET, plans))
                + rows.change(subject, before, FORGET_PROPOSALS + " and o.answered_on < {before}");
    }
}
