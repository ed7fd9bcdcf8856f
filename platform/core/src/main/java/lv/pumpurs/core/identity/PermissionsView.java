package lv.pumpurs.core.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * The matrix: who may do what, how far and for how long.
 *
 * @param roles every role, from the nearest to a child to the farthest
 * @param areas permissions by the thing that they are about
 * @param routes what each permission opens; null inside a tenant
 */
public record PermissionsView(List<RoleLine> roles, List<Area> areas, @Nullable List<Need> routes) {

    /**
     * A role.
     *
     * @param role code
     * @param scope how far it reaches, wherever the area says nothing else
     * @param mine whether the reader holds it
     */
    public record RoleLine(Role role, Scope scope, boolean mine) {}

    /**
     * What permissions are about.
     *
     * @param thing the word before the colon
     * @param permissions those of the thing
     */
    public record Area(String thing, List<PermissionLine> permissions) {}

    /**
     * A permission.
     *
     * @param permission {@code thing:act}
     * @param holders the roles that hold it, each with its scope
     */
    public record PermissionLine(String permission, List<Holder> holders) {

        /**
         * How far a role reaches with it.
         *
         * @param role the role
         * @return null if the role does not hold it
         */
        public @Nullable Scope scope(Role role) {
            return holders.stream().filter(one -> one.role() == role).map(Holder::scope).findFirst().orElse(null);
        }

        /**
         * Under which key its words stand.
         *
         * @return the key
         */
        public String key() {
            return key(permission);
        }

        private static String key(String permission) {
            return "permission." + permission.replace(':', '.');
        }
    }

    /**
     * A role that holds a permission.
     *
     * @param role code
     * @param scope how far
     */
    public record Holder(Role role, Scope scope) {}

    /**
     * Ways into the application that need the same.
     *
     * @param key under which key the words of the permission stand, or those for a way that needs none
     * @param ways method and path
     */
    public record Need(String key, List<String> ways) {

        private static String key(Route route) {
            String permission = route.requires();
            Route.Opening open = route.open();
            if (permission != null) {
                return PermissionLine.key(permission);
            }
            return open == null
                    ? "permissions.route.nobody"
                    : open.signedIn() ? "permissions.route.signed-in" : "permissions.route.open";
        }
    }

    /**
     * The matrix of the running application, as one reader sees it: the same for everybody, with the own roles marked.
     *
     * @param mine roles of the reader
     * @return core and plugins
     */
    public static PermissionsView of(Set<Role> mine) {
        return of(Permissions.all(), mine);
    }

    /**
     * The same, with what each permission opens.
     *
     * @param mine roles of the reader
     * @param routes every route
     * @return core and plugins
     */
    public static PermissionsView of(Set<Role> mine, List<Route> routes) {
        PermissionsView matrix = of(mine);
        Map<String, List<String>> ways = new LinkedHashMap<>();
        matrix.areas().forEach(area -> area.permissions().forEach(line -> ways.put(line.key(), new ArrayList<>())));
        routes.forEach(route -> ways.computeIfAbsent(Need.key(route), key -> new ArrayList<>())
            .add(route.method() + " " + route.path()));
        return new PermissionsView(matrix.roles(), matrix.areas(),
                ways.entrySet().stream().map(need -> new Need(need.getKey(), List.copyOf(need.getValue()))).toList());
    }

    /** The same without the permissions of plugins that are off. */
    PermissionsView where(Predicate<String> isOn) {
        Set<String> off = InstalledPlugins.all()
            .each()
            .stream()
            .filter(plugin -> !isOn.test(plugin.id()))
            .flatMap(plugin -> plugin.permissions().keySet().stream())
            .collect(Collectors.toSet());
        return new PermissionsView(roles, areas.stream()
            .map(area -> new Area(area.thing(),
                    area.permissions().stream().filter(line -> !off.contains(line.permission())).toList()))
            .filter(area -> !area.permissions().isEmpty())
            .toList(), routes);
    }

    private static PermissionsView of(Permissions permissions, Set<Role> mine) {
        Map<String, List<PermissionLine>> byThing = new LinkedHashMap<>();
        for (String name : permissions.names()) {
            byThing.computeIfAbsent(name.substring(0, name.indexOf(':')), thing -> new ArrayList<>())
                .add(new PermissionLine(name, holders(permissions, name)));
        }
        List<RoleLine> roles = Arrays.stream(Role.values())
            .map(role -> new RoleLine(role, Scope.of(role), mine.contains(role)))
            .toList();
        List<Area> areas = byThing.entrySet()
            .stream()
            .map(area -> new Area(area.getKey(), List.copyOf(area.getValue())))
            .toList();
        return new PermissionsView(roles, areas, null);
    }

    private static List<Holder> holders(Permissions permissions, String name) {
        List<Holder> holders = new ArrayList<>();
        for (Role role : Role.values()) {
            Scope scope = permissions.scope(name, role);
            if (scope != null) {
                holders.add(new Holder(role, scope));
            }
        }
        return List.copyOf(holders);
    }
}
