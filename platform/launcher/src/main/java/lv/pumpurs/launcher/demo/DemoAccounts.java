package lv.pumpurs.launcher.demo;

import java.util.List;
import java.util.stream.Stream;
import lv.pumpurs.spi.Role;

/** The people one can sign in as on a demonstration machine: one of every role in every tenant, and the operator's. */
public final class DemoAccounts {

    /** The demonstration's tenants. */
    public static final List<String> TENANTS = List.of("lubana", "rezekne", "livani");

    private static final List<Post> POSTS = List.of(
            new Post("klase", "Ilze", "Audzinātāja", Role.CLASS_TEACHER),
            new Post("pedagogs", "Pēteris", "Konsultants", Role.PROVIDER),
            new Post("autors", "Anna", "Plānotāja", Role.PLAN_AUTHOR),
            new Post("koordinators", "Kārlis", "Koordinators", Role.SCHOOL_COORDINATOR),
            new Post("direktors", "Dace", "Direktore", Role.SCHOOL_DIRECTOR),
            new Post("skola", "Sandra", "Skolniece", Role.SCHOOL_ADMIN),
            new Post("pasvaldiba", "Māris", "Pašvaldnieks", Role.TENANT_COORDINATOR),
            new Post("admin", "Agnese", "Administratore", Role.TENANT_ADMIN),
            new Post("revidents", "Raimonds", "Revidents", Role.AUDITOR),
            new Post("vecaks", "Vita", "Vecāka", Role.GUARDIAN),
            new Post("skolens", "Jānis", "Pilngadīgs", Role.LEARNER));

    /** Works in two tenants: one login, one row of staff in each. */
    static final DemoAccount IN_TWO = new DemoAccount("psihologs@demo.pumpurs.test", "Šarlote", "Ķēniņa-Žagare",
            List.of(Role.PROVIDER), List.of("lubana", "rezekne"));

    private static final List<DemoAccount> OPERATORS = List.of(
            new DemoAccount("operators@demo.pumpurs.test", "Olga", "Operatore", List.of(Role.OPERATOR_ADMIN),
                    List.of()),
            new DemoAccount("eksperts@demo.pumpurs.test", "Edgars", "Eksperts", List.of(Role.OPERATOR_REVIEWER),
                    List.of()));

    private DemoAccounts() {}

    private record Post(String name, String givenName, String familyName, Role role) {}

    /**
     * Everybody.
     *
     * @return people of the tenants first, the operator's last
     */
    public static List<DemoAccount> all() {
        var people = TENANTS.stream()
            .flatMap(tenant -> POSTS.stream()
                .map(post -> new DemoAccount(email(post.name(), tenant), post.givenName(), post.familyName(),
                        List.of(post.role()), List.of(tenant))));
        return Stream.concat(Stream.concat(people, Stream.of(IN_TWO)), OPERATORS.stream()).toList();
    }

    /**
     * People of the operator, who are in no tenant.
     *
     * @return kept in the nation's schema
     */
    public static List<DemoAccount> operators() {
        return OPERATORS;
    }

    /** The person of a tenant who has a role. */
    static DemoAccount of(String tenant, Role role) {
        return all().stream()
            .filter(one -> one.roles().contains(role) && one.tenants().contains(tenant))
            .findFirst()
            .orElseThrow();
    }

    private static String email(String name, String tenant) {
        return name + "." + tenant + "@demo.pumpurs.test";
    }
}
