package lv.pumpurs.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pictures of every kind of page, to be looked at: no test, and in no ring. {@code mvn verify -Dit.test=Pictures}
 * makes them in {@code platform/server/target/pictures}.
 */
@ExtendWith(Chrome.class)
class Pictures {

    static java.util.stream.Stream<PageKind> pages() {
        return PageKind.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void are_taken(PageKind kind) {
        Path folder = Path.of("target", "pictures");
        for (int width : List.of(1280, 360)) {
            for (String language : List.of("lv", "en")) {
                Page page = kind.open(language, ColorScheme.LIGHT, width);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(folder.resolve(kind.name() + "-" + width + "-" + language + ".png")));
            }
        }
        Page dark = kind.open("lv", ColorScheme.DARK, 1280);
        dark.screenshot(new Page.ScreenshotOptions().setFullPage(true)
            .setPath(folder.resolve(kind.name() + "-1280-lv-dark.png")));
    }
}
