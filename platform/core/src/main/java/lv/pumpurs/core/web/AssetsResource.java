package lv.pumpurs.core.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import lv.pumpurs.core.web.Assets.Asset;
import lv.pumpurs.spi.Open;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Style sheets, scripts and icons, kept by browsers for a year: their address changes with their content. */
@Path("assets/{fingerprint}/{name}")
@Dependent
public class AssetsResource {

    private final Assets assets;

    /**
     * On the files of all jars.
     *
     * @param assets the listed files
     */
    @Inject
    public AssetsResource(Assets assets) {
        this.assets = assets;
    }

    /**
     * One file.
     *
     * @param fingerprint hash of its content; another one is not found, so that nobody keeps a wrong file
     * @param name a listed name
     * @param accepted encodings of the browser
     * @return the file, compressed if the browser takes it
     */
    @GET
    @Operation(hidden = true)
    @Open(because = "style sheets, scripts and icons hold no data")
    public Response file(@PathParam("fingerprint") String fingerprint, @PathParam("name") String name,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String accepted) {
        Asset asset = assets.find(fingerprint, name).orElseThrow(NotFoundException::new);
        boolean gzip = asset.compressible() && accepted != null && accepted.contains("gzip");
        ResponseBuilder response = Response.ok(asset.content(gzip), asset.type())
            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return (gzip ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response).build();
    }
}
