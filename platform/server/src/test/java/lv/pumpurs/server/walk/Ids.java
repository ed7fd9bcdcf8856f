package lv.pumpurs.server.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.core.plugin.InstalledPlugins;

/** What the parameters of a path stand for. */
final class Ids {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)[^}]*\\}");

    private Ids() {}

    /** The path of a route with a tenant and the key of a learner, or of what else it names, in their places. */
    static String path(Way way, String tenant, UUID learner) {
        List<String> filled = new ArrayList<>();
        String before = "";
        for (String part : way.path().substring(1).split("/")) {
            Matcher parameter = PARAMETER.matcher(part);
            filled.add(parameter.matches() ? value(way, before, parameter.group(1), tenant, learner) : part);
            before = part;
        }
        return "/" + String.join("/", filled);
    }

    private static String value(Way way, String before, String name, String tenant, UUID learner) {
        return switch (name.equals("id") ? before + "/id" : name) {
            case "tenant", "slug" -> tenant;
            case "format" -> "csv";
            case "learner", "learners/id", "import", "staff", "order" -> learner.toString();
            case "plan" -> plan(tenant, learner).toString();
            case "edition" -> "1";
            // of the whole nation: they name nothing that belongs to anybody
            case "programme" -> "PUMPURS";
            case "work" -> "DECIDE";
            case "plugin" -> "consultations";
            // a school has no person's data, and everybody who may see one sees all of the tenant
            case "school" -> Side.of(tenant).schoolId(1).toString();
            case "consultation" -> pupil(tenant, learner).map(Pupil::consultationId).orElse(learner).toString();
            case "sheet" -> pupil(tenant, learner).map(Pupil::sheetId).orElse(learner).toString();
            case "contact" -> pupil(tenant, learner).map(Pupil::contactId).orElse(learner).toString();
            case "message" -> pupil(tenant, learner).map(Pupil::messageId).orElse(learner).toString();
            case "scan" -> pupil(tenant, learner).map(Pupil::scanId).orElse(learner).toString();
            case "guardianship" -> Pupil.formerGuardianship(learner).toString();
            case "role" -> Side.roleOf(learner).toString();
            default -> throw new AssertionError("The walk does not know what {" + name + "} of " + way
                    + " stands for. Say it in " + Ids.class.getName() + ".value and namesLearner, so that it is tried"
                    + " with the ids of everybody else; a thing that belongs to a learner is planted in Pupil.");
        };
    }

    /** The plan of a learner, of this tenant's if both have the learner; nobody has none. */
    private static UUID plan(String tenant, UUID learner) {
        Side here = Side.of(tenant);
        return here.byId(learner).or(() -> here.other().byId(learner)).map(Pupil::planId).orElse(learner);
    }

    private static Optional<Pupil> pupil(String tenant, UUID learner) {
        Side here = Side.of(tenant);
        return here.byId(learner).or(() -> here.other().byId(learner));
    }

    static boolean isOfPlugin(Way way) {
        return InstalledPlugins.all()
            .each()
            .stream()
            .anyMatch(plugin -> way.path().startsWith("/t/{tenant}/" + plugin.id()));
    }

    static boolean namesTenant(Way way) {
        return way.path().contains("{tenant}");
    }

    static boolean namesSlug(Way way) {
        return way.path().contains("{slug}");
    }

    /** An import belongs to a school, not to a learner. */
    static boolean namesImport(Way way) {
        return way.path().contains("{import}");
    }

    /** A member of staff belongs to schools or to the whole tenant, not to a learner. */
    static boolean namesStaff(Way way) {
        return way.path().contains("{staff}");
    }

    /** An order of the director belongs to a school, not to a learner. */
    static boolean namesOrder(Way way) {
        return way.path().contains("{order}");
    }

    static boolean namesLearner(Way way) {
        return way.path().contains("{learner}") || way.path().contains("{consultation}")
                || way.path().contains("{sheet}")
                || way.path().contains("{plan}")
                || way.path().contains("learners/{id}");
    }
}
