package lv.pumpurs.core.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Completes the description of the API: every path below a tenant takes the tenant's slug, though no resource method
 * declares it, because the gate reads it.
 */
public final class TenantInPaths implements OASFilter {

    private static final String NAME = "tenant";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().forEach((path, item) -> {
                if (path.contains("{" + NAME + "}")) {
                    item.getOperations().values().forEach(operation -> complete(item, operation.getParameters()));
                }
            });
        }
    }

    private static void complete(PathItem item, @org.jspecify.annotations.Nullable List<Parameter> declared) {
        boolean own = declared != null && declared.stream().anyMatch(parameter -> NAME.equals(parameter.getName()));
        boolean shared = item.getParameters() != null && !item.getParameters().isEmpty();
        if (!own && !shared) {
            item.addParameter(OASFactory.createParameter()
                .name(NAME)
                .in(Parameter.In.PATH)
                .required(true)
                .description("Slug of the tenant, as in the file of its name")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        }
    }
}
