package lv.pumpurs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Set;
import lv.pumpurs.spi.Open;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.testkit.RouteRules;
import org.junit.jupiter.api.Test;

/** The rule that guards the routes, on routes that were planted to break it. */
class RouteRulesTest {

    @Test
    void a_route_with_a_declared_permission_or_an_opening_with_a_reason_passes() {
        assertThat(faults(Right.class)).isEmpty();
    }

    @Test
    void a_route_without_a_permission_fails_the_build() {
        assertThat(faults(Forgotten.class)).contains("has neither @Requires nor @Open");
    }

    @Test
    void a_route_of_an_unusual_method_is_a_route_too() {
        assertThat(faults(Unusual.class)).contains("has neither @Requires nor @Open");
    }

    @Test
    void a_route_both_guarded_and_open_fails_the_build() {
        assertThat(faults(Both.class)).contains("has both @Requires and @Open");
    }

    @Test
    void a_permission_that_no_module_declares_fails_the_build() {
        assertThat(faults(Mistyped.class)).contains("requires a permission that no module declares");
    }

    @Test
    void an_opening_without_a_reason_fails_the_build() {
        assertThat(faults(Unexplained.class)).contains("is open for no reason");
    }

    @Test
    void a_way_on_to_another_resource_fails_the_build_because_no_list_of_routes_would_hold_it() {
        assertThat(faults(Locator.class)).contains("leads on to another resource");
    }

    private static String faults(Class<?> planted) {
        var classes = new ClassFileImporter().importClasses(planted);
        return String.join("\n", RouteRules.everyRouteSaysWhoMayUseIt(Set.of("thing:read"))
            .evaluate(classes)
            .getFailureReport()
            .getDetails());
    }

    @Path("planted")
    static class Right {
        @GET
        @Requires("thing:read")
        void guarded() {}

        @POST
        @Open(because = "the test needs one")
        void open() {}

        void noRoute() {}
    }

    @Path("planted")
    static class Forgotten {
        @GET
        void forgotten() {}
    }

    @Path("planted")
    static class Unusual {
        @Report
        void reported() {}
    }

    @HttpMethod("REPORT")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Report {}

    @Path("planted")
    static class Both {
        @GET
        @Requires("thing:read")
        @Open(because = "the test needs one")
        void both() {}
    }

    @Path("planted")
    static class Mistyped {
        @GET
        @Requires("thing:raed")
        void mistyped() {}
    }

    @Path("planted")
    static class Unexplained {
        @GET
        @Open(because = " ")
        void unexplained() {}
    }

    @Path("planted")
    static class Locator {
        @Path("on")
        Right on() {
            return new Right();
        }
    }
}
