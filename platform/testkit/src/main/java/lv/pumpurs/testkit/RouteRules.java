package lv.pumpurs.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Impersonal;
import lv.pumpurs.spi.Open;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/** A route without a declared permission does not pass the build. */
public final class RouteRules {

    private RouteRules() {}

    /**
     * Every resource method carries {@link Requires} with a declared permission, or {@link Open} with a reason.
     *
     * @param declared every permission that the core and the plugins declare
     * @return the rule
     */
    public static ArchRule everyRouteSaysWhoMayUseIt(Set<String> declared) {
        return ArchRuleDefinition.methods()
            .that(
                    com.tngtech.archunit.base.DescribedPredicate.describe("answer a request",
                            method -> isRoute(method) || isLocator(method)))
            .should(new ArchCondition<JavaMethod>("say who may use it") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    String wrong = wrong(method, declared);
                    if (wrong != null) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + ": " + wrong));
                    }
                }
            })
            .because("a route nobody thought about must not exist");
    }

    /**
     * How many resource methods there are; a check over none would prove nothing.
     *
     * @param classes imported classes
     * @return the number
     */
    public static long count(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getMethods().stream()).filter(RouteRules::isRoute).count();
    }

    /**
     * The permissions of routes inside a tenant that show people: all but those that say why they do not.
     *
     * @param classes imported classes
     * @return permissions
     */
    public static Set<String> permissionsThatShowPeople(JavaClasses classes) {
        return classes.stream()
            .filter(type -> type.isAnnotatedWith(Path.class)
                    && type.getAnnotationOfType(Path.class).value().startsWith("t/{tenant}"))
            .flatMap(type -> type.getMethods().stream())
            .filter(RouteRules::isRoute)
            .filter(method -> method.isAnnotatedWith(Requires.class) && !method.isAnnotatedWith(Impersonal.class))
            .map(method -> method.getAnnotationOfType(Requires.class).value())
            .collect(Collectors.toSet());
    }

    private static @Nullable String wrong(JavaMethod method, Set<String> declared) {
        if (isLocator(method)) {
            return "leads on to another resource, whose routes no list would hold before they are asked for";
        }
        boolean open = method.isAnnotatedWith(Open.class);
        boolean requires = method.isAnnotatedWith(Requires.class);
        if (open == requires) {
            return open ? "has both @Requires and @Open" : "has neither @Requires nor @Open";
        }
        if (requires && !declared.contains(method.getAnnotationOfType(Requires.class).value())) {
            return "requires a permission that no module declares";
        }
        if (open && method.getAnnotationOfType(Open.class).because().isBlank()) {
            return "is open for no reason";
        }
        return null;
    }

    private static boolean isRoute(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class);
    }

    private static boolean isLocator(JavaMethod method) {
        return method.isAnnotatedWith(Path.class) && !isRoute(method);
    }
}
