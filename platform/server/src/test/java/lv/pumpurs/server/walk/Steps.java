package lv.pumpurs.server.walk;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.server.walk.Step.Body;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** All steps of one actor along one route: every tenant, every learner, as a page and as JSON. */
final class Steps {

    private static final String NOWHERE = "nowhere";
    private static final UUID NOBODY = Side.id(0xffff, 0);

    private final List<Way> ways;
    private final Bodies bodies;
    private final OpenWays open;
    private final List<String> semesters;

    /**
     * All steps.
     *
     * @param ways every route
     * @param bodies right bodies
     * @param open the routes that need no permission
     * @param semesters two for which a plan can be started: a learner has one open plan in each
     */
    Steps(List<Way> ways, Bodies bodies, OpenWays open, List<String> semesters) {
        this.ways = ways;
        this.bodies = bodies;
        this.open = open;
        this.semesters = semesters;
    }

    List<Step> of(Actor actor) {
        List<Step> all = new ArrayList<>();
        for (Way way : ways) {
            if (way.requires() == null) {
                all.addAll(open.steps(actor, way));
                continue;
            }
            for (String place : places(actor, way)) {
                for (UUID learner : learners(actor, way, place)) {
                    for (String query : queries(actor, way, place)) {
                        all.add(step(actor, way, place, learner, query, false));
                        all.add(step(actor, way, place, learner, query, true));
                    }
                }
            }
        }
        return all;
    }

    private static List<String> places(Actor actor, Way way) {
        Side home = actor.home();
        return Ids.namesTenant(way) || Ids.namesSlug(way)
                ? List.of(home.slug(), home.other().slug(), NOWHERE)
                : List.of("");
    }

    /**
     * Everybody of the tenant of the path, some of the other tenant, and somebody who does not exist. To those who are
     * turned away at the door one of each tenant is enough.
     */
    private static List<UUID> learners(Actor actor, Way way, String place) {
        Side home = actor.home();
        if (Ids.namesImport(way)) {
            return List.of(home.importId(1), home.importId(2), home.other().importId(1), NOBODY);
        }
        if (Ids.namesOrder(way)) {
            return List.of(home.orderId(1), home.orderId(2), home.other().orderId(1), NOBODY);
        }
        if (Ids.namesStaff(way)) {
            return List.of(home.staffId(Planting.ELSE), home.staffId(Role.TENANT_COORDINATOR),
                    home.other().staffId(Planting.ELSE), NOBODY);
        }
        if (!Ids.namesLearner(way)) {
            return List.of(NOBODY);
        }
        if (holding(actor, way, place).isEmpty()) {
            return place.equals(NOWHERE)
                    ? List.of(NOBODY)
                    : List.of(home.pupil(Side.OWN).id(), home.other().pupil(Side.OWN).id());
        }
        Side here = Side.of(place);
        return Stream.concat(here.pupils().stream().map(Pupil::id),
                Stream.of(here.other().pupil(Side.OWN).id(), here.other().pupil("faraway").id(), NOBODY))
            .toList();
    }

    /** A list that can be narrowed to a school is also asked for with schools that are not the reader's. */
    private List<String> queries(Actor actor, Way way, String place) {
        if (holding(actor, way, place).isEmpty() || !bodies.takesQuery(way, "school")) {
            return List.of("");
        }
        Side home = actor.home();
        return List.of("", "?size=100&school=" + home.schoolId(2), "?class=9.b&school=" + home.schoolId(1),
                "?size=100&school=" + home.other().schoolId(1));
    }

    /** Roles that let the actor in. */
    private static Set<Role> holding(Actor actor, Way way, String place) {
        return actor.in(Ids.namesTenant(way) ? place : Actor.NATION)
            .stream()
            .filter(way.holders()::contains)
            .collect(Collectors.toSet());
    }

    private Step step(Actor actor, Way way, String place, UUID learner, String query, boolean asBrowser) {
        Set<Role> holding = holding(actor, way, place);
        int refusal = way.isPageOnly() && !asBrowser ? 406 : refusal(actor, way, place, learner, holding);
        Set<Integer> expected = refusal != 0 ? Set.of(refusal) : done(way);
        Set<String> visible = refusal != 0
                ? Set.of()
                : Ids.namesTenant(way)
                        ? Marks.visible(Side.of(place), actor.in(place))
                        : Marks.visibleInNation(actor.in(Actor.NATION));
        return new Step(actor, way, place, Ids.path(way, place, learner) + query, asBrowser, rightBody(way, asBrowser),
                expected, visible);
    }

    private static Set<Integer> done(Way way) {
        if (way.needsVersion()) {
            return Set.of(428);
        }
        if (way.isRefused()) {
            return Set.of(422);
        }
        return way.takesFreeText() ? Set.of(400) : way.isOutOfState() ? Set.of(409) : Step.DONE;
    }

    /** Why the actor must be turned away: unknown here, not allowed, or out of reach; 0 if not. */
    private static int refusal(Actor actor, Way way, String place, UUID learner, Set<Role> holding) {
        if (Ids.namesTenant(way) && !actor.isKnownIn(place)) {
            return 404;
        }
        if (holding.isEmpty()) {
            // a plugin is on for whoever has a school: who has no role left finds none of its pages
            return Ids.isOfPlugin(way) && actor.in(place).isEmpty() ? 404 : 403;
        }
        boolean outOfReach = Ids.namesLearner(way) && Side.of(place)
            .byId(learner)
            .filter(pupil -> Side.reaches(holding, pupil))
            .isEmpty();
        // whoever may import may for the first school, where all staff of a school are planted
        outOfReach |= Ids.namesImport(way) && !learner.equals(Side.of(place).importId(1));
        outOfReach |= Ids.namesOrder(way) && !learner.equals(Side.of(place).orderId(1));
        outOfReach |= Ids.namesStaff(way) && !Planting.reachesStaff(holding, Side.of(place), learner);
        boolean nowhere = Ids.namesSlug(way) && place.equals(NOWHERE)
                && (done(way).equals(Step.DONE) || way.path().startsWith("/operator/plugins/"));
        return outOfReach || nowhere ? 404 : 0;
    }

    /** A path of this route that leads to something of this tenant. */
    String rightPath(Way way, Side side) {
        return way.requires() == null
                ? open.path(way)
                : Ids.path(way, side.slug(), Ids.namesStaff(way)
                        ? side.staffId(Planting.ELSE)
                        : Ids.namesOrder(way)
                                ? side.orderId(1)
                                : Ids.namesImport(way) ? side.importId(1) : side.pupil(Side.OWN).id());
    }

    /** What the application says of its bodies. */
    Bodies bodies() {
        return bodies;
    }

    /** A body that this route takes; null if it takes none. */
    @Nullable
    Body rightBody(Way way, boolean asBrowser) {
        if (way.requires() == null) {
            return open.body(way);
        }
        if (way.isSafe()) {
            return null;
        }
        if (way.takesFreeText()) {
            return new Body(way.consumes().getFirst(), "x");
        }
        // finds every planted learner, so that one too many shows
        JsonObject fields = bodies.of(way, Map.of("q", "zvqwexf", "semester",
                asBrowser ? semesters.getLast() : semesters.getFirst(), "email", "walk@walk.test"));
        if (way.consumes().isEmpty()) {
            return null;
        }
        return (asBrowser && way.takes(Step.FORM)) || !way.takes(Step.JSON)
                ? new Body(Step.FORM, Bodies.form(fields))
                : new Body(Step.JSON, fields.toString());
    }
}
