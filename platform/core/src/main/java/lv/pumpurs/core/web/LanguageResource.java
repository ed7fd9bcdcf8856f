package lv.pumpurs.core.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import lv.pumpurs.spi.Open;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The reader's choice of language, kept in a cookie for a year. */
@Path("language")
@Dependent
public class LanguageResource {

    /** A path of ours: one slash, then neither a slash nor a backslash, and nothing that ends a header line. */
    private static final Pattern LOCAL = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-~]*)?");
    private static final int YEAR = 365 * 24 * 60 * 60;

    private final Optional<String> url;

    /**
     * One per request.
     *
     * @param url {@code pumpurs.url}: where browsers find us
     */
    @Inject
    public LanguageResource(@ConfigProperty(name = "pumpurs.url") Optional<String> url) {
        this.url = url;
    }

    /**
     * What is chosen.
     *
     * @param language one of the two
     * @param back where the reader was
     */
    public record ChooseLanguage(@NotNull @jakarta.validation.constraints.Pattern(regexp = "lv|en") String language,
            @Nullable String back) {}

    /**
     * Keeps the choice and leads back.
     *
     * @param choice language and page
     * @param request of the browser
     * @return 303 to the page
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    @Open(because = "everybody may choose a language, also before signing in")
    public Response choose(@Valid ChooseLanguage choice, @Context HttpServletRequest request) {
        NewCookie cookie = new NewCookie.Builder(Languages.COOKIE).value(choice.language())
            .path("/")
            .maxAge(YEAR)
            .sameSite(SameSite.LAX)
            .secure(SecurityHeaders.overTls(url, request.isSecure()))
            .httpOnly(true)
            .build();
        return Response.seeOther(URI.create(local(choice.back()))).cookie(cookie).build();
    }

    static String local(@Nullable String back) {
        if (back == null || back.length() > 1_000 || !LOCAL.matcher(back).matches()) {
            return "/";
        }
        try {
            return URI.create(back).toString();
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
