package lv.pumpurs.core.identity;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.spi.Open;
import lv.pumpurs.spi.Requires;
import org.jspecify.annotations.Nullable;

/**
 * One way into the application: what a program or a browser may ask for, and who may. Exactly one of the last two is
 * there, or the {@link Gate} lets nobody through.
 *
 * @param method of HTTP, for instance {@code GET}
 * @param path template from the root, for instance {@code /t/{tenant}/learners/{id}}
 * @param consumes media types of the body that it takes; empty if it says nothing
 * @param produces media types of its answers; empty if it says nothing
 * @param requires the permission that the caller must hold, null for an open route
 * @param open who may come without a permission, null for a route with one
 */
public record Route(String method, String path, List<String> consumes, List<String> produces,
        @Nullable String requires, @Nullable Opening open) {

    /**
     * A route that asks for no permission.
     *
     * @param because why
     * @param signedIn whether it is for people who are signed in only
     */
    public record Opening(String because, boolean signedIn) {}

    static Route of(Class<?> resource, Method method) {
        Requires requires = method.getAnnotation(Requires.class);
        Open open = method.getAnnotation(Open.class);
        return new Route(verb(method), template(resource, method),
                types(Consumes.class, Consumes::value, method, resource),
                types(Produces.class, Produces::value, method, resource), requires == null ? null : requires.value(),
                open == null ? null : new Opening(open.because(), open.signedIn()));
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
            .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
            .filter(Objects::nonNull)
            .map(HttpMethod::value)
            .findFirst()
            .orElse("?");
    }

    private static String template(Class<?> resource, Method method) {
        return "/" + Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
            .filter(Objects::nonNull)
            .flatMap(path -> Arrays.stream(path.value().split("/")))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
    }

    private static <A extends java.lang.annotation.Annotation> List<String> types(Class<A> kind,
            java.util.function.Function<A, String[]> value, AnnotatedElement... nearestFirst) {
        return Arrays.stream(nearestFirst)
            .map(place -> Optional.ofNullable(place.getAnnotation(kind)))
            .flatMap(Optional::stream)
            .findFirst()
            .map(value)
            .map(List::of)
            .orElse(List.of());
    }
}
