package lv.pumpurs.core.migration;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of one module, looked up once per process: Flyway by itself would search every jar again for each
 * tenant, and the version of the build could be told only by asking a database.
 */
final class ModuleScripts implements ResourceProvider {

    private static final Pattern VERSIONED = Pattern.compile("V(\\d{12})__\\w+\\.sql");
    private static final Map<String, ModuleScripts> KNOWN = new ConcurrentHashMap<>();

    private final List<LoadableResource> scripts;

    private ModuleScripts(List<LoadableResource> scripts) {
        this.scripts = scripts;
    }

    static ModuleScripts of(String module) {
        return KNOWN.computeIfAbsent(module, ModuleScripts::find);
    }

    static boolean isThere(String module) {
        return ModuleScripts.class.getClassLoader().getResource("db/" + module + "/flyway.location") != null;
    }

    int count() {
        return scripts.size();
    }

    /** The newest version, {@code yyyyMMddHHmm}. */
    String latest() {
        return scripts.stream()
            .map(script -> VERSIONED.matcher(script.getFilename()))
            .filter(Matcher::matches)
            .map(version -> version.group(1))
            .max(Comparator.naturalOrder())
            .orElse("0");
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.stream().filter(script -> script.getRelativePath().equals(name)).findFirst().orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
            .filter(script -> script.getFilename().startsWith(prefix)
                    && Stream.of(suffixes).anyMatch(script.getFilename()::endsWith))
            .toList();
    }

    /** The marker beside the scripts is what a class loader finds in a jar; a folder in a jar it does not always. */
    private static ModuleScripts find(String module) {
        String folder = "db/" + module + "/";
        ClassLoader loader = ModuleScripts.class.getClassLoader();
        try {
            List<URL> markers = Collections.list(loader.getResources(folder + "flyway.location"));
            if (markers.isEmpty()) {
                throw new IllegalStateException("there is no " + folder + "flyway.location: module " + module
                        + " has no migrations, or its jar does not say so");
            }
            List<LoadableResource> scripts = new ArrayList<>();
            for (URL marker : markers) {
                for (String name : names(marker, folder)) {
                    scripts.add(new Sql(folder + name, name, Script.read("/" + folder + name)));
                }
            }
            return new ModuleScripts(List.copyOf(scripts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(URL marker, String folder) throws IOException {
        String place = marker.toString();
        int inJar = place.indexOf("!/");
        if (inJar < 0) {
            Path beside = Path.of(URI.create(place)).resolveSibling("");
            try (Stream<Path> files = Files.list(beside)) {
                return files.map(file -> String.valueOf(file.getFileName())).filter(ModuleScripts::isSql).toList();
            }
        }
        // jar:file:... or, on Liberty, wsjar:file:...
        Path jar = Path.of(URI.create(place.substring(place.indexOf("file:"), inJar)));
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
                .map(name -> name.substring(folder.length()))
                .filter(ModuleScripts::isSql)
                .toList();
        }
    }

    private static boolean isSql(String name) {
        return name.endsWith(".sql");
    }

    private static final class Sql extends LoadableResource {

        private final String path;
        private final String name;
        private final String text;

        Sql(String path, String name, String text) {
            this.path = path;
            this.name = name;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
