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

    static final String READ = "consultation:read";
    static final String WRITE = "consultation:write";

    @Override
    public String id() {
        return "consultations";
    }

    @Override
    public List<String> entities() {
        return List.of("lv.pumpurs.consultations.Consultation");
    }

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.of(
                READ, EnumSet.of(Role.PROVIDER, Role.PLAN_AUTHOR, Role.SCHOOL_COORDINATOR, Role.SCHOOL_DIRECTOR,
                        Role.TENANT_COORDINATOR, Role.GUARDIAN, Role.LEARNER),
                WRITE, EnumSet.of(Role.PROVIDER));
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
            .with(Shown.NEVER, "learner_id")
            .with(Shown.ROW, "provider_id")
            .with(Shown.DATE, "held_on")
            .with(Shown.TEXT, "subject")
            .with(Shown.NUMBER, "minutes"));
    }
}
