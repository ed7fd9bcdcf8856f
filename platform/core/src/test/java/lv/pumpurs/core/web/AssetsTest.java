package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private final Assets assets = new Assets();

    @Test
    void every_listed_file_is_there_under_its_fingerprint() {
        assertThat(assets.files()).containsKeys("tabler.css", "htmx.js", "echarts.js", "pumpurs.css", "pumpurs.js",
                "icons.svg", "bud.svg", "coat.svg");
        assets.files().forEach((name, asset) -> {
            assertThat(assets.path(name)).isEqualTo("/assets/" + asset.fingerprint() + "/" + name);
            assertThat(assets.find(asset.fingerprint(), name)).containsSame(asset);
        });
    }

    @Test
    void a_wrong_fingerprint_finds_nothing() {
        assertThat(assets.find("0000000000000000", "pumpurs.css")).isEmpty();
        assertThat(assets.find("0000000000000000", "../../WEB-INF/web.xml")).isEmpty();
    }

    @Test
    void a_link_to_a_file_that_no_list_names_is_a_mistake() {
        assertThatThrownBy(() -> assets.path("nowhere.css")).hasMessageContaining("nowhere.css");
    }

    @Test
    void text_is_sent_small_and_unpacks_to_the_same() throws IOException {
        Assets.Asset css = file("tabler.css");
        byte[] small = css.content(true);
        assertThat(small.length).isLessThan(css.content(false).length / 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(small)).readAllBytes()).isEqualTo(css.content(false));
    }

    @Test
    void the_policy_forbids_whatever_is_not_ours_and_our_style_sheet_needs_nothing_else() {
        assertThat(SecurityHeaders.policy(java.util.Optional.of("https://login.lv:8443/realms/pumpurs")))
            .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'",
                    "form-action 'self' https://login.lv:8443;")
            .doesNotContain("unsafe");
        assertThat(new String(file("pumpurs.css").content(false), StandardCharsets.UTF_8))
            .doesNotContain("@import", "url(http");
    }

    private Assets.Asset file(String name) {
        return assets.find(assets.path(name).split("/")[2], name).orElseThrow();
    }
}
