package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the application says about itself to programs and to whoever runs it. */
class DescriptionIT {

    private final Visitor nobody = Visitor.nobody();

    @Test
    void the_api_describes_each_of_its_paths() {
        assertThat(nobody.get("/openapi").json().getJsonObject("paths").keySet()).contains("/t/{tenant}",
                "/t/{tenant}/overview", "/t/{tenant}/learners", "/t/{tenant}/learners/{id}", "/t/{tenant}/figures",
                "/t/{tenant}/consultations", "/operator/tenants", "/operator/tenants/{slug}");
    }

    @Test
    void it_says_whether_it_is_ready_and_alive() {
        for (String probe : new String[]{"/health/ready", "/health/live", "/health/started"}) {
            Answer answer = nobody.get(probe);
            assertThat(answer.status()).as(probe).isEqualTo(200);
            assertThat(answer.json().getString("status")).isEqualTo("UP");
        }
    }

    @Test
    void it_counts_requests_without_telling_who_made_them() {
        Visitor.of("koordinators", "lubana").get("/t/lubana/learners");
        Answer metrics = Visitor.send(nobody.at("/metrics").setHeader("Accept", "text/plain"));
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body()).contains("memory_usedHeap").doesNotContain("demo.pumpurs.test", "koordinators");
    }
}
