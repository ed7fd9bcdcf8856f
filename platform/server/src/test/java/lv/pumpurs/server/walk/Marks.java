package lv.pumpurs.server.walk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plan.RiskSight;
import lv.pumpurs.spi.Role;

/**
 * Finds everything that was planted in any text, and says who may see it. All planted names and codes begin with the
 * same letters, all planted keys with the same digits, so that one search finds them all.
 */
final class Marks {

    private static final Pattern PLANTED = Pattern.compile("zvqwex[a-z0-9]+|0190f00d(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|"
            + Stream.of(Side.ALFA, Side.BETA)
                .flatMap(side -> side.pupils().stream())
                .flatMap(pupil -> Stream.of(pupil.code().digits(), pupil.code().written()))
                .collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE);

    private Marks() {}

    static Set<String> in(String text) {
        return PLANTED.matcher(text)
            .results()
            .map(MatchResult::group)
            .map(mark -> mark.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(HashSet::new));
    }

    /** What somebody with these roles in a tenant may see there. Nobody sees a personal code: the pages mask it. */
    static Set<String> visible(Side side, Set<Role> roles) {
        Set<String> seen = new HashSet<>();
        for (Pupil pupil : side.pupils()) {
            if (reached("learner:read", roles, pupil, false)) {
                add(seen, pupil.given(), pupil.family(), pupil.id(), pupil.email(), pupil.enrolmentId());
            }
            if (reached("guardian:read", roles, pupil, false)) {
                add(seen, Pupil.formerGuardianship(pupil.id()), side.email("guardian"));
                add(seen, Side.id(0x03, Side.base(side.slug())), side.familyName("guardian"));
            }
            if (reached("plan:read", roles, pupil, false)) {
                // whose it is stands on the plan, also for a reviewer of the operator, who reads no list of learners
                add(seen, pupil.given(), pupil.family(), pupil.id());
                add(seen, pupil.planCode(), pupil.planId(), pupil.subject());
            }
            if (reached("plan:read", roles, pupil, true)) {
                // that an application is there, not what stands in it
                add(seen, pupil.subjectOfOthers(), pupil.riskNote(), pupil.scanId());
            }
            if (reached("application:read", roles, pupil, false)) {
                add(seen, pupil.application());
            }
            restricted(roles, pupil, seen);
            if (reached("contact:read", roles, pupil, false)) {
                add(seen, pupil.contactTopic(), pupil.contactOutcome(), pupil.contactId());
                add(seen, pupil.messageSubject(), pupil.messageId(), side.familyName("guardian"));
            }
            if (reached("family:read", roles, pupil, false)) {
                add(seen, pupil.messageSubject(), pupil.messageId());
            }
            if (reached("consultation:read", roles, pupil, true)) {
                add(seen, pupil.consultationOfOthers());
            }
            if (reached("consultation:read", roles, pupil, false)) {
                add(seen, pupil.consultation(), pupil.consultationId(), pupil.sheetId());
            }
        }
        add(seen, side.schoolId(1), side.schoolId(2), side.schoolName(1), side.schoolName(2));
        add(seen, side.importId(1));
        if (roles.stream().anyMatch(Permissions.all().holders("consultation:order")::contains)) {
            add(seen, side.orderId(1));
        }
        Planting.staffOf(side).forEach(one -> add(seen, one.id(), side.familyName(one.who())));
        Set<Role> ofStaff = new HashSet<>(roles);
        ofStaff.retainAll(Permissions.all().holders("staff:read"));
        Planting.staffOf(side)
            .stream()
            .filter(one -> Planting.reachesStaff(ofStaff, side, one.id()))
            .forEach(one -> add(seen, one.email(), Side.roleOf(one.id())));
        if (roles.stream().anyMatch(Permissions.all().holders("log:read")::contains)) {
            logged(side, roles, seen);
        }
        // who opened the file
        if (roles.stream().anyMatch(Permissions.all().holders("readers:read")::contains)) {
            operators(side, seen);
        }
        return seen;
    }

    /** By the matrix; what those who decide write to each other is not for the family. */
    private static void restricted(Set<Role> roles, Pupil pupil, Set<String> seen) {
        Set<Role> full = roles.stream().filter(role -> RiskSight.of(role).opens()).collect(Collectors.toSet());
        if (reached("plan:read", full, pupil, true)) {
            add(seen, pupil.restricted());
        }
        Set<Role> colleagues = new HashSet<>(roles);
        colleagues.removeAll(Set.of(Role.GUARDIAN, Role.LEARNER));
        if (reached("plan:read", colleagues, pupil, true)) {
            add(seen, pupil.verdict());
        }
        if (reached("plan:propose", roles, pupil, true)) {
            add(seen, pupil.noticed());
        }
    }

    /** What somebody with these offices may see outside every tenant: the plans that wait for the operator, by code. */
    static Set<String> visibleInNation(Set<Role> offices) {
        Set<String> seen = new HashSet<>();
        if (offices.stream().anyMatch(Permissions.all().holders("review:list")::contains)) {
            Stream.of(Side.ALFA, Side.BETA)
                .map(side -> side.pupil(Side.OWN))
                .forEach(pupil -> add(seen, pupil.planCode(), pupil.planId()));
        }
        return seen;
    }

    /** Who reads the logs of a tenant learns who was there: the operators who entered it, and the guardian. */
    private static void logged(Side side, Set<Role> roles, Set<String> seen) {
        operators(side, seen);
        add(seen, Side.id(0x03, Side.base(side.slug())), side.familyName("guardian"));
        // values of rows: of staff to each reader of the log, of families to those who may read learners
        Planting.staffOf(side).forEach(one -> add(seen, one.email()));
        if (roles.stream()
            .anyMatch(role -> Permissions.all().holders("log:read").contains(role)
                    && Permissions.all().holders("learner:read").contains(role))) {
            add(seen, side.email("guardian"));
        }
    }

    private static void operators(Side side, Set<String> seen) {
        for (Side home : List.of(side, side.other())) {
            Planting.officialsOf(home)
                .stream()
                .filter(official -> official.stay() != null && official.place().equals(side))
                .forEach(official -> add(seen, home.familyName(official.who())));
        }
    }

    /** A provider sees the own measures and consultations only: for those of others a provider's role does not count. */
    private static boolean reached(String permission, Set<Role> roles, Pupil pupil, boolean ofOthers) {
        return roles.stream()
            .filter(Permissions.all().holders(permission)::contains)
            .filter(role -> !ofOthers || role != Role.PROVIDER)
            .anyMatch(role -> Side.reaches(role, pupil));
    }

    private static void add(Set<String> seen, Object... marks) {
        for (Object mark : marks) {
            seen.addAll(in(mark.toString()));
        }
    }
}
