package lv.pumpurs.core.provisioning;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lv.pumpurs.core.provisioning.TenantFile.Administrator;
import lv.pumpurs.core.provisioning.WrongTenantFile.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads tenants' files and holds them against {@code tenants/schema.json} and against each other. */
public final class TenantFiles {

    private static final Schema SCHEMA = schema();
    private static final JsonMapper MAPPER = JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build();

    private TenantFiles() {}

    /**
     * Reads one file.
     *
     * @param file where it is
     * @return what it says
     * @throws WrongTenantFile with everything that is wrong
     * @throws IOException when it cannot be read
     */
    public static TenantFile read(Path file) throws WrongTenantFile, IOException {
        return parse(file).tenant();
    }

    /**
     * Reads a file that came in a request.
     *
     * @param slug the tenant it is for; the file must say the same
     * @param yaml its text
     * @return what it says
     * @throws WrongTenantFile with everything that is wrong
     */
    public static TenantFile read(String slug, String yaml) throws WrongTenantFile {
        String name = slug + ".yaml";
        Parsed parsed = parse(name, yaml);
        if (!parsed.tenant().slug().equals(slug)) {
            throw new WrongTenantFile(List.of(new Fault(name, parsed.tree().line("/slug"),
                    "the slug is '" + parsed.tenant().slug() + "', but the address says '" + slug + "'")));
        }
        return parsed.tenant();
    }

    /**
     * Reads every {@code *.yaml} of a folder; no slug may stand in two of them.
     *
     * @param folder where they are
     * @return by file name
     * @throws WrongTenantFile with everything that is wrong in all of them
     * @throws IOException when one cannot be read
     */
    public static List<TenantFile> readAll(Path folder) throws WrongTenantFile, IOException {
        List<TenantFile> tenants = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, String> slugs = new HashMap<>();
        for (Path file : yamlFiles(folder)) {
            try {
                Parsed parsed = parse(file);
                String first = slugs.putIfAbsent(parsed.tenant().slug(), name(file));
                if (first != null) {
                    faults.add(new Fault(name(file), parsed.tree().line("/slug"), "the slug '" + parsed.tenant().slug()
                            + "' stands in " + first + " already"));
                }
                tenants.add(parsed.tenant());
            } catch (WrongTenantFile e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new WrongTenantFile(faults);
        }
        return tenants;
    }

    /** The file as the registry keeps it; the reverse of {@link #fromJson}. */
    static String json(Object content) {
        return MAPPER.writeValueAsString(content);
    }

    /** What the registry kept; it was held against the rules when it came. */
    static TenantFile fromJson(String content, @Nullable String administrators) {
        TenantFile file = MAPPER.readValue(content, TenantFile.class);
        return administrators == null
                ? file
                : file.with(List.of(MAPPER.readValue(administrators, Administrator[].class)));
    }

    private record Parsed(TenantFile tenant, YamlTree.Read tree) {}

    private static Parsed parse(Path file) throws WrongTenantFile, IOException {
        return parse(name(file), Files.readString(file));
    }

    private static Parsed parse(String name, String yaml) throws WrongTenantFile {
        YamlTree.Read tree = YamlTree.read(name, yaml);
        List<Fault> faults = SCHEMA.validate(tree.root(), context -> context
            .executionConfig(config -> config.formatAssertionsEnabled(true).locale(Locale.ENGLISH)))
            .stream()
            .map(error -> fault(name, tree, error))
            .distinct()
            .sorted(Comparator.comparingInt(Fault::line))
            .toList();
        if (!faults.isEmpty()) {
            throw new WrongTenantFile(faults);
        }
        TenantFile tenant = MAPPER.treeToValue(tree.root(), TenantFile.class);
        List<Fault> broken = TenantRules.faults(name, tree, tenant);
        if (!broken.isEmpty()) {
            throw new WrongTenantFile(broken);
        }
        return new Parsed(tenant, tree);
    }

    private static Fault fault(String file, YamlTree.Read tree, Error error) {
        String place = error.getInstanceLocation().toString();
        if ("additionalProperties".equals(error.getKeyword())) {
            return new Fault(file, tree.line(place + "/" + error.getProperty()),
                    "unknown key '" + error.getProperty() + "'");
        }
        return new Fault(file, tree.line(place), place + ": " + error.getMessage());
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".yaml") || name(file).endsWith(".yml")).sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Schema schema() {
        try (InputStream in = TenantFiles.class.getResourceAsStream("/tenants/schema.json")) {
            if (in == null) {
                throw new IllegalStateException("tenants/schema.json is missing in the jar");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(in,
                        InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
