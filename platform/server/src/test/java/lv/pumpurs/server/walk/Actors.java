package lv.pumpurs.server.walk;

import static lv.pumpurs.spi.Role.CLASS_TEACHER;
import static lv.pumpurs.spi.Role.GUARDIAN;
import static lv.pumpurs.spi.Role.LEARNER;
import static lv.pumpurs.spi.Role.TENANT_COORDINATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.spi.Role;

/** Everybody who walks for one tenant: each role, those whose roles are over, those who pretend, and the operators. */
final class Actors {

    private Actors() {}

    static List<Actor> of(Side home) {
        List<Actor> all = new ArrayList<>();
        for (Planting.Member member : Planting.staffOf(home)) {
            if (!Set.of(Planting.SOMEBODY_ELSE, Planting.VISITOR).contains(member.who())) {
                all.add(member(home, member.who(), home.email(member.who()), Set.of(home.slug()),
                        Map.of(home.slug(), member.rolesToday())));
            }
        }
        all.add(member(home, "guardian", home.email("guardian"), Set.of(home.slug()),
                Map.of(home.slug(), Set.of(GUARDIAN))));
        all.add(member(home, "adult", home.pupil(Side.ADULT).email(), Set.of(home.slug()),
                Map.of(home.slug(), Set.of(LEARNER))));
        pretenders(home, all);
        operators(home, all);
        return all;
    }

    private static void pretenders(Side home, List<Actor> all) {
        Set<String> both = Set.of(home.slug(), home.other().slug());
        all.add(member(home, "stranger", home.email("stranger"), both, Map.of()));
        all.add(member(home, "claimant", home.email(TENANT_COORDINATOR.name()), both,
                Map.of(home.slug(), Set.of(TENANT_COORDINATOR))));
        all.add(member(home, "bothhomes", Planting.commuter(home), both,
                Map.of(home.slug(), Set.of(TENANT_COORDINATOR), home.other().slug(), Set.of(CLASS_TEACHER))));
    }

    private static void operators(Side home, List<Actor> all) {
        for (Planting.Official official : Planting.officialsOf(home)) {
            Map<String, Set<Role>> roles = new java.util.HashMap<>();
            roles.put(Actor.NATION, official.office() == null ? Set.of() : Set.of(official.office()));
            official.in().ifPresent(side -> roles.put(side.slug(), Set.of(official.role())));
            Person person = new Person(official.subject(), home.email(official.who()),
                    home.familyName(official.who()), Set.of());
            all.add(Actor.of(official.who(), home, person, roles));
        }
    }

    private static Actor member(Side home, String who, String email, Set<String> organisations,
            Map<String, Set<Role>> roles) {
        Person person = new Person("walk-" + home.slug() + "-" + who, email, home.familyName(who), organisations);
        return Actor.of(who, home, person, roles);
    }

    static Actor named(Side side, String name) {
        return of(side).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
