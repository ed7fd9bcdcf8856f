package lv.pumpurs.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import lv.pumpurs.spi.Open;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/** A route without a declared permission does not pass the build. */
public final class RouteRules {

    private static final List<Class<? extends Annotation>> VERBS = List.of(GET.class, POST.class, PUT.class,
            PATCH.class, DELETE.class, HEAD.class, OPTIONS.class);

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
                    com.tngtech.archunit.base.DescribedPredicate.describe("answer a request", RouteRules::isRoute))
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

    private static @Nullable String wrong(JavaMethod method, Set<String> declared) {
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
        return VERBS.stream().anyMatch(method::isAnnotatedWith);
    }
}
