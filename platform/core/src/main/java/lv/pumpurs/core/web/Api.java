package lv.pumpurs.core.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** All of the application is one JAX-RS application at the root: pages, JSON and assets share paths and filters. */
@ApplicationPath("/")
@OpenAPIDefinition(info = @Info(title = "Pumpurs", version = "1", description = "Every page at the same path as JSON. Ask with Accept: application/json. A POST with a header Idempotency-Key is done once, however often it is sent. A list is a file at export/csv and export/xlsx below its path."))
public class Api extends Application {}
