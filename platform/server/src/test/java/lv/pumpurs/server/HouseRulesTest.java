package lv.pumpurs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.web.Languages;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.testkit.ArchRules;
import lv.pumpurs.testkit.RestrictedRules;
import lv.pumpurs.testkit.RouteRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

    private static JavaClasses production;

    @BeforeAll
    static void everything_that_goes_into_the_war() {
        production = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("testkit"))
            .importPackages("lv.pumpurs");
    }

    @TestFactory
    Stream<DynamicTest> the_house_keeps_its_rules() {
        assertThat(production.contain("lv.pumpurs.core.identity.Gate")).isTrue();
        assertThat(production.contain("lv.pumpurs.consultations.ConsultationsPlugin")).isTrue();
        return Stream.concat(ArchRules.all().stream(), RestrictedRules.all().stream()).map(HouseRulesTest::check);
    }

    @Test
    void every_route_says_who_may_use_it() {
        assertThat(RouteRules.count(production)).isGreaterThan(10);
        RouteRules.everyRouteSaysWhoMayUseIt(Permissions.all().matrix().keySet()).check(production);
    }

    @Test
    void every_permission_of_every_module_has_words_in_both_languages() {
        Texts texts = new Texts();
        assertThat(Permissions.all().names()).contains("consultation:read");
        for (String permission : Permissions.all().names()) {
            for (String key : List.of("permission." + permission.split(":")[0],
                    "permission." + permission.replace(':', '.'))) {
                assertThat(Languages.ALL).allSatisfy(
                        language -> assertThat(texts.text(language, key)).isNotEqualTo(key));
            }
        }
    }

    /** The log of readings says in words what was read. */
    @Test
    void every_permission_that_shows_people_has_words_in_the_log() {
        Texts texts = new Texts();
        Set<String> permissions = RouteRules.permissionsThatShowPeople(production);
        assertThat(permissions).contains("learner:read", "log:read", "consultation:read", "consultation:write");
        assertThat(permissions).allMatch(permission -> texts.has("audit.right." + permission.replace(':', '.')));
    }

    private static DynamicTest check(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(production));
    }
}
