package lv.pumpurs.core.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** All of the application is one JAX-RS application at the root: pages, JSON and assets share paths and filters. */
@ApplicationPath("/")
@OpenAPIDefinition(info = @Info(title = "Pumpurs", version = "1", description = "Every page at the same path as JSON. Ask with Accept: application/json."))
public class Api extends Application {}
