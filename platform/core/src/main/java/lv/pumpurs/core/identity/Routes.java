package lv.pumpurs.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every route that the running application serves, its own and its plugins'. Nobody keeps this list: the container
 * shows each resource method here before it serves the first request, so a route that was forgotten somewhere is in it
 * all the same.
 */
@Provider
@ApplicationScoped
public class Routes implements DynamicFeature {

    private final Set<Route> served = ConcurrentHashMap.newKeySet();

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        served.add(Route.of(resource.getResourceClass(), resource.getResourceMethod()));
    }

    /**
     * The routes.
     *
     * @return by path, then method
     */
    public List<Route> all() {
        return served.stream().sorted(Comparator.comparing(Route::path).thenComparing(Route::method)).toList();
    }
}
