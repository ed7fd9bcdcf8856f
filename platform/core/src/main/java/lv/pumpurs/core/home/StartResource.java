package lv.pumpurs.core.home;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lv.pumpurs.core.home.ChooserView.Place;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.registry.Openness;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.core.web.Languages;
import lv.pumpurs.core.web.Wants;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Open;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where everybody arrives: sign-in, the choice of a place to work, or the one place there is. */
@Path("/")
@Dependent
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class StartResource {

    private final Registry registry;
    private final Caller caller;

    /**
     * One per request.
     *
     * @param registry tenants by slug
     * @param caller roles of operators
     */
    @Inject
    public StartResource(Registry registry, Caller caller) {
        this.registry = registry;
        this.caller = caller;
    }

    /**
     * The start page.
     *
     * @param security who is signed in, if anybody
     * @param headers whether a person or a program asks
     * @return the sign-in page, the choice, or a redirect to the only choice
     */
    @GET
    @Open(because = "everybody must be able to find the way to sign in")
    @Operation(summary = "The tenants of the signed-in person")
    public Response start(@Context SecurityContext security, @Context HttpHeaders headers) {
        if (!(security.getUserPrincipal() instanceof Person person)) {
            return Response.ok(new SignInView("/login")).build();
        }
        List<Place> places = person.organisations()
            .stream()
            .map(registry::find)
            .flatMap(Optional::stream)
            // one that is being upgraded is shown: its page says when to come back
            .filter(tenant -> registry.openness(tenant) != Openness.BEING_SET_UP)
            .map(tenant -> new Place(tenant.slug(), tenant.name(), tenant.kind().name()))
            .sorted(Comparator.comparing(Place::name, Languages.order()))
            .toList();
        boolean operator = caller.may("tenant:list");
        if (places.size() == 1 && !operator && Wants.page(headers)) {
            return Response.seeOther(URI.create("/t/" + places.getFirst().slug())).build();
        }
        return Response.ok(new ChooserView(person.name(), places, operator, caller.may("review:list"))).build();
    }
}
