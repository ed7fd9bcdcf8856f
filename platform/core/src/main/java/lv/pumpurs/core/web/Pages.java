package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import lv.pumpurs.core.plugin.SwitchedOn;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.MenuEntry;
import org.jspecify.annotations.Nullable;

/** Makes the {@link RequestPage} of the request that is being answered. */
@ApplicationScoped
public class Pages {

    @Inject
    Texts texts;
    @Inject
    Assets assets;
    @Inject
    Menu menu;
    @Inject
    CsrfKey csrf;
    @Inject
    CurrentTenant place;
    @Inject
    Caller caller;
    @Inject
    SwitchedOn plugins;
    @Inject
    DueCount due;

    /** The language in which this request is answered. */
    public Locale language(HttpServletRequest request) {
        return Languages.choose(cookie(request, Languages.COOKIE), request.getHeader("Accept-Language"),
                place.locale());
    }

    /**
     * The page of a request.
     *
     * @param request that is being answered
     * @return words, formats and links of its reader
     */
    public RequestPage page(HttpServletRequest request) {
        Address here = Address.of(request.getRequestURI(), request.getQueryString());
        String login = login(request);
        return new RequestPage(RequestPage.Words.of(texts, language(request)),
                new RequestPage.Reader(caller, place.tenant(), place.entry(),
                        () -> login == null ? "" : csrf.get().token(login), entries(here), due.get()),
                here, assets);
    }

    /** Outside a tenant only the operator's pages have a menu: the choice of a tenant is one itself. */
    private List<MenuEntry> entries(Address here) {
        if (place.tenant() != null) {
            return menu.ofTenant(caller, plugins::at);
        }
        return here.path().startsWith("/operator") ? menu.ofOperator(caller) : List.of();
    }

    /** The id of the login that the browser's cookie stands for. */
    static @Nullable String login(HttpServletRequest request) {
        for (String name : Login.COOKIES) {
            String token = cookie(request, name);
            if (token != null) {
                return Login.idOf(token);
            }
        }
        return null;
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
