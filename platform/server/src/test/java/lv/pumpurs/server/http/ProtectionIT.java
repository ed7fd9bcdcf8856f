package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the walk over all routes cannot see, because its tenants are nearly empty: pages full of figures and charts. */
class ProtectionIT {

    private static final Visitor COORDINATOR = Visitor.of("pasvaldiba", "lubana");

    @Test
    void no_page_holds_a_script_or_a_style_of_its_own() {
        for (String path : List.of("", "/learners", "/figures", "/overview")) {
            assertThat(COORDINATOR.page("/t/lubana" + path).body()).doesNotContain("<style", " style=", " onclick=",
                    "javascript:")
                .doesNotContainPattern("<script(?![^>]*(src=|type=\"application/json\"))");
        }
    }
}
