package lv.pumpurs.core.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.LoggedTable;
import lv.pumpurs.spi.LoggedTable.Shown;
import lv.pumpurs.spi.Plugin;
import org.jspecify.annotations.Nullable;

/** How the log shows the tables of the core and of every plugin on the class path. */
public final class LoggedTables {

    private static final class Loaded {
        static final LoggedTables INSTANCE = new LoggedTables(ServiceLoader.load(Plugin.class));
    }

    private final Map<String, LoggedTable> tables = new LinkedHashMap<>();

    LoggedTables(Iterable<Plugin> plugins) {
        List<LoggedTable> all = new ArrayList<>(ofTheCore());
        plugins.forEach(plugin -> all.addAll(plugin.logged()));
        all.forEach(table -> {
            if (tables.putIfAbsent(table.name(), table) != null) {
                throw new IllegalStateException("Table " + table.name() + " is declared twice.");
            }
        });
    }

    /**
     * The tables of this build.
     *
     * @return of the core and of every plugin
     */
    public static LoggedTables all() {
        return Loaded.INSTANCE;
    }

    /**
     * Every table.
     *
     * @return the core's first
     */
    public List<LoggedTable> tables() {
        return List.copyOf(tables.values());
    }

    /**
     * One table.
     *
     * @param name its name
     * @return null if nobody declares it: then nothing of it is shown
     */
    public @Nullable LoggedTable find(String name) {
        return tables.get(name);
    }

    private static List<LoggedTable> ofTheCore() {
        List<LoggedTable> all = new ArrayList<>(people());
        all.addAll(plans());
        all.addAll(contacts());
        all.addAll(institutions());
        return all;
    }

    private static List<LoggedTable> people() {
        return List.of(
                LoggedTable.of("learner", Permissions.LEARNER_READ, "id")
                    .with(Shown.TEXT, "given_name", "family_name", "email")
                    .with(Shown.DATE, "birth_date", "anonymised_on")
                    .with(Shown.ROW, "merged_into")
                    .with(Shown.NEVER, "search_name", "personal_code_index", "latest_enrolment_id"),
                LoggedTable.of("former_personal_code", Permissions.LEARNER_READ, "learner_id")
                    .with(Shown.NEVER, "learner_id", "personal_code", "personal_code_index")
                    .with(Shown.DATE, "valid_to"),
                LoggedTable.of("enrolment", Permissions.LEARNER_READ, "learner_id")
                    .with(Shown.ROW, "school_id")
                    .with(Shown.NEVER, "learner_id")
                    .with(Shown.TERM, "school_year")
                    .with(Shown.TEXT, "class_name")
                    .with(Shown.NUMBER, "grade")
                    .with(Shown.YES_NO, "vocational")
                    .with(Shown.DATE, "valid_from", "valid_to")
                    .codes("outcome", "learner.outcome."),
                // what somebody wrote there may name the learner
                LoggedTable.of("legal_hold", Permissions.LOG_READ, null)
                    .with(Shown.NEVER, "learner_id")
                    .with(Shown.ROW, "placed_by", "lifted_by")
                    .with(Shown.DATE, "placed_on", "lifted_on"),
                LoggedTable.of("privacy_act", Permissions.LOG_READ, null)
                    .with(Shown.NEVER, "learner_id")
                    .with(Shown.ROW, "person_id")
                    .codes("kind", "privacy.act.")
                    .with(Shown.TIME, "done_at")
                    .with(Shown.NUMBER, "rows", "log_entries"),
                LoggedTable.of("guardian", Permissions.LEARNER_READ, "id")
                    .with(Shown.TEXT, "given_name", "family_name", "email", "phone"),
                LoggedTable.of("guardianship", Permissions.LEARNER_READ, "learner_id")
                    .with(Shown.ROW, "guardian_id")
                    .with(Shown.NEVER, "learner_id")
                    .codes("relation", "audit.relation.")
                    .with(Shown.DATE, "valid_from", "valid_to"),
                LoggedTable.of("staff", Permissions.LOG_READ, "id")
                    .with(Shown.TEXT, "given_name", "family_name", "email"),
                LoggedTable.of("staff_role", Permissions.LOG_READ, "staff_id")
                    .codes("role", "role.")
                    .with(Shown.NEVER, "staff_id")
                    .with(Shown.ROW, "school_id", "deputy_for")
                    .with(Shown.TEXT, "class_name")
                    .codes("provider_role", "audit.provider-role.")
                    .with(Shown.DATE, "valid_from", "valid_to"),
                LoggedTable.of("invitation", Permissions.LOG_READ, "id")
                    .codes("state", "invitation.state.")
                    .with(Shown.TIME, "changed_at"),
                LoggedTable.of("operator_entry", Permissions.LOG_READ, "id")
                    .with(Shown.TEXT, "reason")
                    .with(Shown.NEVER, "person_name", "operator_subject")
                    .with(Shown.TIME, "entered_at", "expires_at", "left_at"));
    }

    private static List<LoggedTable> plans() {
        return List.of(
                LoggedTable.of("support_plan", Permissions.PLAN_READ, "learner_id")
                    .with(Shown.TEXT, "code", "reason")
                    .with(Shown.NEVER, "learner_id", "rewrites", "in_state_since")
                    .with(Shown.ROW, "school_id", "author_id", "predecessor_id")
                    .with(Shown.TERM, "semester")
                    .with(Shown.CATALOGUE, "programme")
                    .codes("state", "plan.state.")
                    .codes("applied_by", "role.")
                    .codes("result", "plan.result.")
                    .with(Shown.NUMBER, "approval_step")
                    .with(Shown.DATE, "applied_on", "approved_on", "active_from", "active_to", "evaluated_on",
                            "closed_on", "terminated_on", "forgotten_on"),
                // which risk it is, and what is said of it, is not for everybody who reads the log
                LoggedTable.of("plan_risk", Permissions.PLAN_READ, "plan_id")
                    .with(Shown.NEVER, "plan_id")
                    .codes("severity", "plan.severity.")
                    .codes("result", "plan.result."),
                LoggedTable.of("planned_measure", Permissions.PLAN_READ, "plan_id")
                    .with(Shown.CATALOGUE, "kind")
                    .with(Shown.NEVER, "plan_id")
                    .with(Shown.ROW, "provider_id")
                    .with(Shown.TEXT, "subject")
                    .with(Shown.NUMBER, "planned_quantity", "delivered_quantity")
                    .with(Shown.DATE, "starts_on", "ends_on"),
                LoggedTable.of("planned_measure_risk", Permissions.PLAN_READ, null)
                    .with(Shown.NEVER, "planned_measure_id"),
                LoggedTable.of("plan_writer", Permissions.PLAN_READ, "plan_id")
                    .with(Shown.NEVER, "plan_id")
                    .with(Shown.ROW, "person_id"),
                // what an amendment says is a document: the log tells that it was written, the plan's page shows it
                LoggedTable.of("plan_amendment", Permissions.PLAN_READ, "plan_id")
                    .with(Shown.NUMBER, "edition")
                    .with(Shown.NEVER, "plan_id")
                    .with(Shown.ROW, "author_id")
                    .codes("stage", "plan.amendment.stage.")
                    .with(Shown.DATE, "started_on", "ended_on")
                    .with(Shown.TEXT, "reason"),
                LoggedTable.of("application_scan", Permissions.PLAN_READ, "plan_id")
                    .with(Shown.NEVER, "plan_id")
                    .with(Shown.NUMBER, "position", "bytes")
                    .codes("kind", "scan.kind.")
                    .with(Shown.ROW, "added_by")
                    .with(Shown.TIME, "added_at"),
                LoggedTable.of("plan_proposal", Permissions.PLAN_READ, "learner_id")
                    .with(Shown.NEVER, "learner_id")
                    .with(Shown.ROW, "school_id", "proposer_id", "answered_by", "plan_id")
                    .with(Shown.DATE, "proposed_on", "answered_on")
                    .codes("stage", "plan.proposal.stage."),
                LoggedTable.of("plan_suspension", Permissions.PLAN_READ, "plan_id")
                    .with(Shown.NEVER, "plan_id")
                    .with(Shown.ROW, "person_id")
                    .with(Shown.DATE, "since", "ended_on")
                    .with(Shown.TEXT, "reason"),
                LoggedTable.of("plan_approval", Permissions.PLAN_READ, "plan_id")
                    .with(Shown.NUMBER, "step")
                    .with(Shown.NEVER, "plan_id", "amendment_id")
                    .codes("role", "role.")
                    .with(Shown.ROW, "person_id")
                    .codes("decision", "audit.decision.")
                    .with(Shown.DATE, "decided_on"));
    }

    private static List<LoggedTable> contacts() {
        return List.of(
                LoggedTable.of("guardian_contact", Permissions.CONTACT_READ, "learner_id")
                    .with(Shown.NEVER, "learner_id", "recorded_at")
                    .with(Shown.ROW, "plan_id", "author_id", "guardian_id")
                    .with(Shown.DATE, "held_on")
                    .codes("way", "contact.way.")
                    .with(Shown.TEXT, "other_person", "topic"),
                LoggedTable.of("guardian_message", Permissions.CONTACT_READ, "learner_id")
                    .with(Shown.NEVER, "learner_id", "mail_id")
                    .with(Shown.ROW, "author_id", "recipient_id")
                    .with(Shown.TEXT, "subject", "words")
                    .with(Shown.TIME, "written_at", "read_at"),
                LoggedTable.of("contact_addition", Permissions.CONTACT_READ, null)
                    .with(Shown.NEVER, "contact_id", "recorded_at")
                    .with(Shown.ROW, "author_id"));
    }

    private static List<LoggedTable> institutions() {
        return List.of(
                LoggedTable.of("digest_choice", Permissions.LOG_READ, "id").with(Shown.YES_NO, "wanted"),
                LoggedTable.of("school", Permissions.LOG_READ, "id")
                    .with(Shown.TEXT, "registration_no", "name", "town")
                    .codes("kind", "audit.school-kind."),
                LoggedTable.of("school_name", Permissions.LOG_READ, "school_id")
                    .with(Shown.NEVER, "school_id")
                    .with(Shown.TEXT, "name")
                    .codes("kind", "audit.school-kind.")
                    .with(Shown.DATE, "valid_from"),
                LoggedTable.of("plugin_permit", Permissions.LOG_READ, null)
                    .codes("plugin", "plugin.name.")
                    .with(Shown.YES_NO, "allowed", "on_by_default"),
                LoggedTable.of("plugin_school", Permissions.LOG_READ, "school_id")
                    .codes("plugin", "plugin.name.")
                    .with(Shown.NEVER, "school_id")
                    .with(Shown.YES_NO, "enabled"),
                LoggedTable.of("plugin_setting", Permissions.LOG_READ, "school_id")
                    .codes("plugin", "plugin.name.")
                    .with(Shown.NEVER, "school_id")
                    .with(Shown.TEXT, "name", "value")
                    .with(Shown.NUMBER, "least", "most")
                    .with(Shown.YES_NO, "fixed"),
                LoggedTable.of("work_deadline", Permissions.LOG_READ, null)
                    .with(Shown.CATALOGUE, "programme")
                    .codes("work", "worklist.deadline.")
                    .with(Shown.NUMBER, "days")
                    .with(Shown.DATE, "valid_from"),
                LoggedTable.of("retention", Permissions.LOG_READ, null)
                    .with(Shown.CATALOGUE, "programme")
                    .with(Shown.NUMBER, "years")
                    .codes("counted_from", "retention.from.")
                    .with(Shown.DATE, "valid_from"),
                LoggedTable.of("school_participation", Permissions.LOG_READ, "school_id")
                    .with(Shown.CATALOGUE, "programme")
                    .with(Shown.NEVER, "school_id")
                    .with(Shown.TERM, "from_semester", "to_semester")
                    .codes("precision", "audit.precision.")
                    .with(Shown.YES_NO, "announced", "listed")
                    .with(Shown.TEXT, "source", "note"),
                LoggedTable.of("published_figure", Permissions.LOG_READ, "school_id")
                    .with(Shown.TEXT, "code", "value", "quote", "source")
                    .with(Shown.NEVER, "school_id")
                    .codes("measure", "figures.measure.")
                    .with(Shown.TERM, "semester_from", "semester_to")
                    .with(Shown.CATALOGUE, "risk")
                    .with(Shown.DATE, "published_on"));
    }
}
