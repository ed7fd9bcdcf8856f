package lv.pumpurs.server.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.pumpurs.server.http.StackUnderTest;

/** A person's browser window: signed in once through Keycloak's two pages, then used for all that the person does. */
final class Desk {

    static final String APP = StackUnderTest.get().app();
    private static final Map<String, Desk> DESKS = new HashMap<>();

    private final BrowserContext context;
    private final Page page;

    private Desk(boolean script) {
        this.context = Chrome.browser()
            .newContext(new NewContextOptions().setBaseURL(APP)
                .setLocale("lv-LV")
                .setTimezoneId("Europe/Riga")
                .setViewportSize(1280, 800)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setJavaScriptEnabled(script));
        this.page = context.newPage();
    }

    /** The window of somebody who is signed in, the same one each time; {@code nobody} is not. */
    static synchronized Desk of(String post) {
        return DESKS.computeIfAbsent(post, who -> {
            Desk desk = new Desk(true);
            if (!who.equals("nobody")) {
                desk.signIn(who);
            }
            return desk;
        });
    }

    /** A new window, of nobody yet. */
    static Desk fresh(boolean script) {
        return new Desk(script);
    }

    /** As a person does it: start page, name, password. */
    Desk signIn(String post) {
        page.navigate("/");
        page.locator("main a.btn-primary").click();
        page.locator("#username").fill(email(post));
        page.locator("#kc-login").click();
        page.locator("#password").fill(StackUnderTest.get().password());
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(APP));
        return this;
    }

    static String email(String post) {
        return post + "@demo.pumpurs.test";
    }

    /** Opens a page as this person wants to see it. */
    Page open(String path, String language, ColorScheme scheme, int width) {
        context.addCookies(List.of(new Cookie("pumpurs-lang", language).setUrl(APP)));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 800);
        page.navigate(path);
        return page;
    }

    Page open(String path) {
        return open(path, "lv", ColorScheme.LIGHT, 1280);
    }

    Page page() {
        return page;
    }

    void close() {
        context.close();
    }
}
