package lv.pumpurs.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who may import whom, and what things are called. Each rule says why. Rules about routes are in {@link RouteRules}.
 */
public final class ArchRules {

    private static final String CORE = "lv.pumpurs.core..";
    private static final String SPI = "lv.pumpurs.spi..";
    private static final String KEYCLOAK = "lv.pumpurs.keycloak..";
    private static final String LAUNCHER = "lv.pumpurs.launcher..";

    /** Library to the one package that needs it. */
    private static final Map<String, String[]> HOME_OF_A_LIBRARY = new TreeMap<>(Map.ofEntries(
            home("org.eclipse.persistence..", "lv.pumpurs.core.tenancy.."),
            home("org.postgresql..", "lv.pumpurs.core.tenancy..", "lv.pumpurs.core.provisioning..", LAUNCHER),
            home("org.flywaydb..", "lv.pumpurs.core.migration.."),
            home("gg.jte..", "lv.pumpurs.core.web..", "gg.jte.."),
            home("com.google.crypto.tink..", "lv.pumpurs.core.personalcode.."),
            home("com.ibm.icu..", "lv.pumpurs.core.web.."),
            home("tools.jackson..", "lv.pumpurs.core.provisioning..", "lv.pumpurs.core.plugin.."),
            home("com.networknt..", "lv.pumpurs.core.provisioning..", "lv.pumpurs.core.plugin.."),
            home("org.snakeyaml..", "lv.pumpurs.core.provisioning.."),
            home("de.siegmar.fastcsv..", "lv.pumpurs.core.catalogue..", "lv.pumpurs.core.export..",
                    "lv.pumpurs.core.roster.file.."),
            home("net.fortuna.ical4j..", "lv.pumpurs.consultations.feed.."),
            home("org.dhatim.fastexcel..", "lv.pumpurs.core.export.."),
            home("org.apache.commons.fileupload2..", "lv.pumpurs.core.web.."),
            home("com.openhtmltopdf..", "lv.pumpurs.core.paper.."),
            home("org.apache.pdfbox..", "lv.pumpurs.core.paper.."),
            home("com.nimbusds..", KEYCLOAK)));

    private static Map.Entry<String, String[]> home(String library, String... packages) {
        return Map.entry(library, packages);
    }

    private ArchRules() {}

    /**
     * Every rule about classes of production.
     *
     * @return rules, to be checked against all of {@code lv.pumpurs} on the class path
     */
    public static List<ArchRule> all() {
        return List.of(spiStandsAlone(), coreKnowsNoPlugin(), pluginsKnowTheSpiOnly(), keycloakKnowsNoPlugin(),
                librariesStayAtHome(), dataSourcesAreForTenancyAndProvisioning(), entityManagersAreForCollections(),
                noWordsThatSayNothing(), noConsole(), timeComesFromAClock(), featuresHaveNoCycles(),
                transactionsAtTheBoundary());
    }

    /**
     * The rules that a plugin keeps, wherever its packages lie.
     *
     * @return rules, to be checked against the classes of the plugin alone
     */
    static List<ArchRule> ofPlugins() {
        return Stream.of(pluginsKnowTheSpiOnly(), entityManagersAreForCollections(), noWordsThatSayNothing(),
                noConsole(), timeComesFromAClock(), transactionsAtTheBoundary())
            .map(rule -> rule.allowEmptyShould(true))
            .toList();
    }

    static ArchRule spiStandsAlone() {
        return noClasses().that()
            .resideInAPackage(SPI)
            .should()
            .dependOnClassesThat(
                    outside("java..", "jakarta..", "org.jspecify..", SPI))
            .because("a plugin sees the SPI and through it nothing of ours or of a vendor");
    }

    static ArchRule coreKnowsNoPlugin() {
        return noClasses().that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat(
                    inside("lv.pumpurs..").and(outside(CORE, SPI)))
            .because("plugins are added by one dependency of the server, with no list in the core to edit");
    }

    static ArchRule pluginsKnowTheSpiOnly() {
        return noClasses().that(aPlugin())
            .should()
            .dependOnClassesThat(
                    inside("lv.pumpurs..").and(outside(SPI)).and(anotherModuleThanItsOwn()))
            .orShould()
            .dependOnClassesThat(inside("java.sql..", "javax.sql..", "org.eclipse.persistence.."))
            .because("a plugin that reaches into the core, another plugin or the database breaks when they change")
            .allowEmptyShould(true);
    }

    static ArchRule keycloakKnowsNoPlugin() {
        return noClasses().that()
            .resideInAPackage(KEYCLOAK)
            .should()
            .dependOnClassesThat(
                    inside("lv.pumpurs..").and(outside(KEYCLOAK, CORE, SPI)))
            .because("identity does not know what plugins there are");
    }

    static ArchRule librariesStayAtHome() {
        ArchRule rule = null;
        for (var library : HOME_OF_A_LIBRARY.entrySet()) {
            ArchRule one = noClasses().that()
                .resideOutsideOfPackages(library.getValue())
                .and()
                .resideInAPackage("lv.pumpurs..")
                .should()
                .dependOnClassesThat(inside(library.getKey()));
            rule = rule == null ? one : com.tngtech.archunit.lang.CompositeArchRule.of(rule).and(one);
        }
        return java.util.Objects.requireNonNull(rule)
            .because("a library is used in one package, so that it can be replaced there");
    }

    static ArchRule dataSourcesAreForTenancyAndProvisioning() {
        return noClasses().that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackages("lv.pumpurs.core.tenancy..", "lv.pumpurs.core.migration..",
                    "lv.pumpurs.core.provisioning..")
            .should()
            .dependOnClassesThat(inside("javax.sql.."))
            .because("data is reached through the guarded entity manager; the provisioner's login creates schemas");
    }

    static ArchRule entityManagersAreForCollections() {
        return noClasses().that()
            .areAnnotatedWith(jakarta.ws.rs.Path.class)
            .should()
            .dependOnClassesThat(
                    inside("jakarta.persistence.."))
            .because("a collection (plural of the aggregate) is the only place with an entity manager");
    }

    static ArchRule noWordsThatSayNothing() {
        return noClasses().that()
            .resideInAPackage("lv.pumpurs..")
            .should()
            .haveNameMatching(".*(Impl|Service|Manager|Helper|Utils?|Dto|DTO|Facade|Assembler)")
            .because("such a name hides what the class is");
    }

    static ArchRule noConsole() {
        return noClasses().that()
            .resideInAPackage("lv.pumpurs..")
            .and()
            .resideOutsideOfPackage(LAUNCHER)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("logs are structured; only the launcher talks to a person at a console");
    }

    static ArchRule timeComesFromAClock() {
        return noClasses().that()
            .resideInAPackage(CORE)
            .or(aPlugin())
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now", java.time.ZoneId.class)
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .because("business time is an injected InstantSource, so that a test can say what day it is");
    }

    static ArchRule featuresHaveNoCycles() {
        return slices().matching("lv.pumpurs.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be read, tested and moved on its own");
    }

    static ArchRule transactionsAtTheBoundary() {
        return classes().that()
            .areAnnotatedWith(jakarta.ws.rs.Path.class)
            .and(dependOnACollection())
            .should()
            .beAnnotatedWith(jakarta.transaction.Transactional.class)
            .because("a tenant is bound per transaction: reads need one too");
    }

    private static DescribedPredicate<JavaClass> dependOnACollection() {
        return DescribedPredicate.describe("depend on a collection", type -> type.getDirectDependenciesFromSelf()
            .stream()
            .anyMatch(dependency -> dependency.getTargetClass()
                .getDirectDependenciesFromSelf()
                .stream()
                .anyMatch(next -> next.getTargetClass().getName().equals("jakarta.persistence.EntityManager"))));
    }

    private static DescribedPredicate<JavaClass> aPlugin() {
        return DescribedPredicate.describe("belong to a plugin", type -> type.getPackageName().startsWith("lv.pumpurs.")
                && !inAny(type, "core", "spi", "keycloak", "launcher", "testkit", "server", "bench"));
    }

    private static boolean inAny(JavaClass type, String... modules) {
        for (String module : modules) {
            String name = "lv.pumpurs." + module;
            if (type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".")) {
                return true;
            }
        }
        return false;
    }

    private static DescribedPredicate<JavaClass> anotherModuleThanItsOwn() {
        return DescribedPredicate.describe("of the core, the adapter or the launcher",
                type -> inAny(type, "core", "keycloak", "launcher", "testkit"));
    }

    private static DescribedPredicate<JavaClass> inside(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return JavaClass.Predicates.resideOutsideOfPackages(packages);
    }
}
