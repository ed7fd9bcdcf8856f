package lv.pumpurs.server.walk;

import static lv.pumpurs.spi.Role.AUDITOR;
import static lv.pumpurs.spi.Role.CLASS_TEACHER;
import static lv.pumpurs.spi.Role.GUARDIAN;
import static lv.pumpurs.spi.Role.LEARNER;
import static lv.pumpurs.spi.Role.OPERATOR_ADMIN;
import static lv.pumpurs.spi.Role.OPERATOR_REVIEWER;
import static lv.pumpurs.spi.Role.PROVIDER;
import static lv.pumpurs.spi.Role.SCHOOL_ADMIN;
import static lv.pumpurs.spi.Role.TENANT_ADMIN;
import static lv.pumpurs.spi.Role.TENANT_COORDINATOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** Who is planted: the staff of a tenant, and the operators that come to it. How: {@link PlantingSql}. */
final class Planting {

    /** A provider with measures of every learner, who does not walk. */
    static final String SOMEBODY_ELSE = "else";
    /** Number of that provider. */
    static final int ELSE = 20;
    /** The other tenant's commuter, as known here. */
    static final String VISITOR = "visitor";

    static final LocalDate TODAY = BusinessTime.today(java.time.InstantSource.system());

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Set<Role> NO_STAFF = EnumSet.of(GUARDIAN, LEARNER, OPERATOR_ADMIN, OPERATOR_REVIEWER);

    private Planting() {}

    /** A member of staff with roles for a period. */
    record Member(String who, UUID id, String email, Set<Role> roles, LocalDate from, @Nullable LocalDate to) {

        Set<Role> rolesToday() {
            boolean over = to != null && to.isBefore(TODAY);
            return over || from.isAfter(TODAY) ? Set.of() : roles;
        }
    }

    /** How an operator stands to a tenant. */
    enum Stay {
        OPEN, EXPIRED, LEFT,
        /** Open, for the review of the plan of {@link Side#OWN}. */
        REVIEW
    }

    /**
     * A person of the nation.
     *
     * @param who name
     * @param subject of the token
     * @param role held in the nation, or once held
     * @param dismissed whether the office has ended
     * @param place the tenant of the entry
     * @param stay the entry, if there is one
     */
    record Official(String who, String subject, Role role, boolean dismissed, Side place, @Nullable Stay stay) {

        @Nullable
        Role office() {
            return dismissed ? null : role;
        }

        /** Where the official is let in: an entry ends with the office of the operator who made it. */
        Optional<Side> in() {
            Stay wanted = role == OPERATOR_ADMIN ? Stay.OPEN : Stay.REVIEW;
            return stay == wanted && !dismissed ? Optional.of(place) : Optional.empty();
        }
    }

    static List<Member> staffOf(Side side) {
        List<Member> all = new ArrayList<>();
        for (Role role : EnumSet.complementOf(EnumSet.copyOf(NO_STAFF))) {
            all.add(new Member(role.name(), side.staffId(role), side.email(role.name()), Set.of(role), LONG_AGO,
                    role == AUDITOR ? TODAY.plusDays(30) : null));
        }
        all.add(member(side, ELSE, SOMEBODY_ELSE, Set.of(PROVIDER), LONG_AGO, null));
        all.add(member(side, 21, "ended", Set.of(TENANT_COORDINATOR), LONG_AGO, TODAY.minusDays(1)));
        all.add(member(side, 22, "early", Set.of(TENANT_COORDINATOR), TODAY.plusDays(1), null));
        all.add(member(side, 23, "manager", Set.of(TENANT_ADMIN, CLASS_TEACHER), LONG_AGO, null));
        all.add(member(side, 24, "registrar", Set.of(SCHOOL_ADMIN, CLASS_TEACHER), LONG_AGO, null));
        all.add(member(side, 25, "commuter", Set.of(TENANT_COORDINATOR), LONG_AGO, null));
        all.add(new Member(VISITOR, side.staffId(26), commuter(side.other()), Set.of(CLASS_TEACHER), LONG_AGO, null));
        return all;
    }

    /** A school's administrator reaches who works in the school, a municipality's everybody of the tenant. */
    static boolean reachesStaff(Set<Role> holding, Side side, UUID staff) {
        return staffOf(side).stream()
            .filter(one -> one.id().equals(staff))
            .anyMatch(one -> holding.contains(TENANT_ADMIN)
                    || (holding.contains(Role.SCHOOL_ADMIN) && one.roles().stream().anyMatch(Planting::isOfSchool)));
    }

    /** All roles of a school are planted in the first one. */
    static boolean isOfSchool(Role role) {
        return !Set.of(TENANT_ADMIN, TENANT_COORDINATOR, AUDITOR).contains(role);
    }

    private static Member member(Side side, int number, String who, Set<Role> roles, LocalDate from,
            @Nullable LocalDate to) {
        return new Member(who, side.staffId(number), side.email(who), roles, from, to);
    }

    /** Somebody who works in both tenants, under one address. */
    static String commuter(Side home) {
        return home.email("commuter");
    }

    static List<Official> officialsOf(Side home) {
        return List.of(official(home, "operator", OPERATOR_ADMIN, home, null),
                official(home, "entered", OPERATOR_ADMIN, home, Stay.OPEN),
                official(home, "expired", OPERATOR_ADMIN, home, Stay.EXPIRED),
                official(home, "gone", OPERATOR_ADMIN, home, Stay.LEFT),
                official(home, "abroad", OPERATOR_ADMIN, home.other(), Stay.OPEN),
                official(home, "reviewer", OPERATOR_REVIEWER, home, null),
                official(home, "examiner", OPERATOR_REVIEWER, home, Stay.REVIEW),
                official(home, "intruder", OPERATOR_REVIEWER, home, Stay.OPEN),
                new Official("dismissed", "walk-op-" + home.slug() + "-dismissed", OPERATOR_ADMIN, true, home,
                        Stay.OPEN),
                official(home, "inspector", AUDITOR, home, null));
    }

    private static Official official(Side home, String who, Role role, Side place, @Nullable Stay stay) {
        return new Official(who, "walk-op-" + home.slug() + "-" + who.toLowerCase(Locale.ROOT), role, false, place,
                stay);
    }
}
