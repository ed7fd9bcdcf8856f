package lv.pumpurs.server.walk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Role;

/**
 * One of the two tenants as it is planted: two schools with two classes of the same names, and people of every role,
 * all of them in class 9.a of the first school.
 *
 * @param slug the tenant
 * @param pupils its learners
 */
record Side(String slug, List<Pupil> pupils) {

    static final Side ALFA = of("alfa", 2, "9.b");
    static final Side BETA = of("beta", 1, "9.a");

    /** The learner of the provider, the guardian and everybody above. */
    static final String OWN = "own";
    /** The learner who has a login. */
    static final String ADULT = "adult";

    private static Side of(String slug, int schoolOfTwin, String classOfTwin) {
        return new Side(slug, List.of(pupil(slug, OWN, 1, 1, "9.a"), pupil(slug, "mate", 2, 1, "9.a"),
                pupil(slug, ADULT, 3, 1, "9.a"), pupil(slug, "nextdoor", 4, 1, "9.b"),
                pupil(slug, "elsewhere", 5, 2, "9.a"), pupil(slug, "faraway", 6, 2, "9.b"),
                new Pupil(slug, "twin", 7, schoolOfTwin, classOfTwin, id(0x10, 0))));
    }

    private static Pupil pupil(String slug, String key, int number, int school, String className) {
        return new Pupil(slug, key, number, school, className, id(0x10, base(slug) + number));
    }

    static Side of(String slug) {
        return slug.equals("alfa") ? ALFA : BETA;
    }

    Side other() {
        return equals(ALFA) ? BETA : ALFA;
    }

    Pupil pupil(String key) {
        return pupils.stream().filter(pupil -> pupil.key().equals(key)).findFirst().orElseThrow();
    }

    Optional<Pupil> byId(UUID id) {
        return pupils.stream().filter(pupil -> pupil.id().equals(id)).findFirst();
    }

    UUID schoolId(int school) {
        return id(0x01, base(slug) + school);
    }

    /** The import that is planted for a school. */
    UUID importId(int school) {
        return id(0x30, base(slug) + school);
    }

    /** The order of the director that is planted for a school. */
    UUID orderId(int school) {
        return id(0x31, base(slug) + school);
    }

    String schoolName(int school) {
        return "Zvqwexs" + slug + school;
    }

    /** Key of the member of staff who holds one role. */
    UUID staffId(int number) {
        return id(0x02, base(slug) + number);
    }

    UUID staffId(Role role) {
        return staffId(1 + List.of(Role.values()).indexOf(role));
    }

    /** Key of the first role of a member of staff. */
    static UUID roleOf(UUID staff) {
        return UUID.fromString(staff.toString().replace("0190f00d-0002-", "0190f00d-0005-"));
    }

    String email(String who) {
        return "zvqwexe" + slug + who.toLowerCase(Locale.ROOT) + "@walk.test";
    }

    String familyName(String who) {
        return "Zvqwexn" + slug + who.toLowerCase(Locale.ROOT);
    }

    /** How far a role reaches, said independently of the view that decides it: product.md, "who may see and do what". */
    static boolean reaches(Role role, Pupil pupil) {
        return switch (role) {
            case CLASS_TEACHER -> pupil.school() == 1 && pupil.className().equals("9.a");
            case PROVIDER, GUARDIAN, OPERATOR_REVIEWER -> pupil.key().equals(OWN);
            case PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR, SCHOOL_ADMIN -> pupil.school() == 1;
            case TENANT_COORDINATOR, TENANT_ADMIN, OPERATOR_ADMIN, AUDITOR -> true;
            case LEARNER -> pupil.key().equals(ADULT);
        };
    }

    static boolean reaches(Set<Role> roles, Pupil pupil) {
        return roles.stream().anyMatch(role -> reaches(role, pupil));
    }

    static int base(String slug) {
        return slug.equals("alfa") ? 0xa00 : 0xb00;
    }

    /** Keys that are found in any text. */
    static UUID id(int kind, int number) {
        return UUID.fromString("0190f00d-%04x-7000-8000-%012x".formatted(kind, number));
    }
}
