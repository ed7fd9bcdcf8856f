package lv.pumpurs.praise;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.spi.LoggedTable;
import lv.pumpurs.spi.LoggedTable.Shown;
import lv.pumpurs.spi.MenuEntry;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Role;

/**
 * What the platform must know before a container exists: migrations run and permissions are counted without one. It is
 * found by {@code META-INF/services}; resources and beans are found by themselves.
 */
public final class PraisePlugin implements Plugin {

    /** One word for folders, paths, texts and settings: {@code db/praise}, {@code /t/{tenant}/praise}, ... */
    static final String ID = "praise";
    static final String READ = "praise:read";
    static final String WRITE = "praise:write";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> entities() {
        // a name, not a class: a class that is loaded now could not be woven any more
        return List.of("lv.pumpurs.praise.Praise");
    }

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.of(
                READ, EnumSet.of(Role.CLASS_TEACHER, Role.PLAN_AUTHOR, Role.SCHOOL_COORDINATOR, Role.SCHOOL_DIRECTOR,
                        Role.TENANT_COORDINATOR, Role.GUARDIAN, Role.LEARNER),
                WRITE, EnumSet.of(Role.CLASS_TEACHER));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("praise.title", "checks", ID, READ, 55));
    }

    @Override
    public List<LoggedTable> logged() {
        // a column left out here is hidden in the tenant's log: it says that it changed, not from what to what
        return List.of(LoggedTable.of("praise", READ, "learner_id")
            .with(Shown.NEVER, "learner_id")
            .with(Shown.ROW, "given_by")
            .with(Shown.DATE, "given_on")
            .with(Shown.TEXT, "words")
            .with(Shown.YES_NO, "shown_to_family"));
    }
}
