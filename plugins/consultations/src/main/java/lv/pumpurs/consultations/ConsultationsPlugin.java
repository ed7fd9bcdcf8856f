package lv.pumpurs.consultations;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.spi.LoggedTable;
import lv.pumpurs.spi.LoggedTable.Shown;
import lv.pumpurs.spi.MenuEntry;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Role;

/** What the platform must know of this plugin before a container exists. */
public final class ConsultationsPlugin implements Plugin {

    /** Sees consultations in reach. */
    public static final String READ = "consultation:read";
    /** Plans and writes down the own ones. */
    public static final String WRITE = "consultation:write";
    /** Has the own ones, or those of the own child, in another calendar. */
    public static final String FEED = "consultation:feed";
    static final String CONFIRM = "consultation:confirm";
    static final String ORDER = "consultation:order";
    static final String VERIFY = "consultation:verify";
    static final String ACCEPT = "consultation:accept";
    static final String RETURN = "consultation:return";
    static final String TIMESHEET = "consultation:timesheet";

    @Override
    public String id() {
        return "consultations";
    }

    @Override
    public List<String> entities() {
        return List.of("lv.pumpurs.consultations.Consultation", "lv.pumpurs.consultations.DirectorOrder",
                "lv.pumpurs.consultations.ConfirmationCode", "lv.pumpurs.consultations.ConsultationSheet",
                "lv.pumpurs.consultations.feed.CalendarFeed");
    }

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.of(
                READ, EnumSet.of(Role.PROVIDER, Role.PLAN_AUTHOR, Role.SCHOOL_COORDINATOR, Role.SCHOOL_DIRECTOR,
                        Role.TENANT_COORDINATOR, Role.GUARDIAN, Role.LEARNER),
                WRITE, EnumSet.of(Role.PROVIDER),
                CONFIRM, EnumSet.of(Role.GUARDIAN, Role.LEARNER),
                FEED, EnumSet.of(Role.PROVIDER, Role.GUARDIAN, Role.LEARNER),
                ORDER, EnumSet.of(Role.SCHOOL_DIRECTOR, Role.SCHOOL_COORDINATOR),
                VERIFY, EnumSet.of(Role.SCHOOL_COORDINATOR),
                ACCEPT, EnumSet.of(Role.TENANT_COORDINATOR),
                RETURN, EnumSet.of(Role.SCHOOL_COORDINATOR, Role.TENANT_COORDINATOR),
                TIMESHEET, EnumSet.of(Role.PROVIDER, Role.SCHOOL_COORDINATOR, Role.SCHOOL_DIRECTOR,
                        Role.TENANT_COORDINATOR));
    }

    @Override
    public Set<String> measureKinds() {
        return Set.of("CONS_SUBJECT_TEACHER", "CONS_ADVISORY", "CONS_TEACHER_ASSISTANT", "CONS_SOCIAL_PEDAGOGUE",
                "CONS_PSYCHOLOGIST", "CONS_SPECIAL_EDUCATOR", "CONS_OCCUPATIONAL_THERAPIST", "SERV_SIGN_INTERPRETER",
                "SERV_ASSISTANT");
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("consultations.title", "calendar", "consultations", READ, 50));
    }

    @Override
    public List<LoggedTable> logged() {
        return List.of(LoggedTable.of("consultation", READ, "learner_id")
            .with(Shown.NEVER, "learner_id", "session_id", "leads", "school_id", "measure_id", "order_id",
                    "successor_id", "known", "sheet_id")
            .with(Shown.ROW, "provider_id", "plan_id")
            .with(Shown.DATE, "held_on", "confirm_by", "confirmed_on")
            .with(Shown.TEXT, "subject", "starts_at")
            .with(Shown.NUMBER, "minutes", "quantity")
            .codes("mode", "consultations.mode.")
            .codes("state", "consultations.state.")
            .codes("confirmed_by", "consultations.by."),
                LoggedTable.of("consultation_order", ORDER, "school_id")
                    .with(Shown.ROW, "school_id", "entered_by")
                    .with(Shown.TEXT, "number")
                    .with(Shown.DATE, "ordered_on", "valid_from", "valid_to"),
                LoggedTable.of("consultation_order_provider", ORDER, "provider_id")
                    .with(Shown.NEVER, "order_id")
                    .with(Shown.ROW, "provider_id"),
                LoggedTable.of("consultation_order_plan", ORDER, null)
                    .with(Shown.NEVER, "order_id")
                    .with(Shown.TEXT, "plan_code"),
                LoggedTable.of("consultation_sheet", READ, "learner_id")
                    .with(Shown.NEVER, "learner_id")
                    .with(Shown.ROW, "provider_id", "school_id", "plan_id", "verified_by", "accepted_by", "paid_by",
                            "returned_by")
                    .with(Shown.DATE, "month", "submitted_on", "verified_on", "accepted_on", "paid_on", "returned_on")
                    .with(Shown.NUMBER, "number", "lesson_minutes")
                    .codes("stage", "consultations.state."),
                LoggedTable.of("consultation_code", READ, null)
                    .with(Shown.NEVER, "consultation_id", "hash", "tries")
                    .with(Shown.TIME, "expires_at")
                    .with(Shown.YES_NO, "used"),
                LoggedTable.of("consultation_feed", FEED, "person_id")
                    .with(Shown.NEVER, "person_id", "hash")
                    .with(Shown.TIME, "made_at")
                    .with(Shown.DATE, "fetched_on"));
    }
}
