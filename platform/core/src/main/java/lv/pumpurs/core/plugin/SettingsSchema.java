package lv.pumpurs.core.plugin;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lv.pumpurs.core.plugin.Setting.Kind;
import lv.pumpurs.core.plugin.Setting.Said;
import lv.pumpurs.spi.Plugin;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of a plugin as its JSON Schema describes them. The schema decides what is a valid value; bounds of the
 * municipality make it narrower.
 */
public final class SettingsSchema {

    private static final System.Logger LOG = System.getLogger(SettingsSchema.class.getName());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry
        .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, SettingsSchema> KNOWN = new ConcurrentHashMap<>();

    private final String plugin;
    private final Map<String, JsonNode> properties = new LinkedHashMap<>();
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private SettingsSchema(String plugin) {
        this.plugin = plugin;
    }

    /**
     * The settings of a plugin.
     *
     * @param plugin an installed plugin without {@linkplain #fault(Plugin) fault}
     * @return its settings; of a plugin without a schema there are none
     * @throws IllegalArgumentException if the schema is broken
     */
    public static SettingsSchema of(Plugin plugin) {
        return KNOWN.computeIfAbsent(plugin.id(), id -> read(plugin));
    }

    private static SettingsSchema read(Plugin plugin) {
        SettingsSchema read = new SettingsSchema(plugin.id());
        JsonNode schema = read(plugin.getClass(), plugin.id() + "-settings.schema.json");
        if (schema != null) {
            JsonNode rules = read(SettingsSchema.class, "plugin-settings.schema.json");
            List<Error> wrong = SCHEMAS.getSchema(Objects.requireNonNull(rules)).validate(schema);
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(wrong.getFirst().toString());
            }
            schema.get("properties").properties().forEach(one -> read.add(one.getKey(), one.getValue()));
        }
        return read;
    }

    static Optional<PluginFault> fault(Plugin plugin) {
        try {
            of(plugin);
            return Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.of(new PluginFault(PluginFault.Kind.BROKEN_SETTINGS, plugin.id()));
        }
    }

    /**
     * The same with the standards of this installation: {@code pumpurs.plugin.<id>.<name>} of its configuration in the
     * place of the schema's default. A configured value that the schema does not take is left out, and the log says so.
     *
     * @param configuration name of a property to its value
     * @return a new schema
     */
    public SettingsSchema configured(Function<String, Optional<String>> configuration) {
        SettingsSchema configured = new SettingsSchema(plugin);
        configured.properties.putAll(properties);
        settings.forEach((name, setting) -> {
            String key = "pumpurs.plugin." + plugin + "." + name;
            String standard = configuration.apply(key).orElse(setting.standard());
            boolean good = wrong(setting, standard, Said.NOTHING).isEmpty();
            if (!good) {
                LOG.log(System.Logger.Level.WARNING, "{0} is configured to a value that its schema does not take", key);
            }
            configured.settings.put(name, good ? setting.with(standard) : setting);
        });
        return configured;
    }

    private static @Nullable JsonNode read(Class<?> beside, String name) {
        try (InputStream in = beside.getClassLoader().getResourceAsStream("META-INF/pumpurs/" + name)) {
            return in == null ? null : MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, JsonNode property) {
        Kind kind = switch (property.get("type").asString()) {
            case "integer" -> Kind.NUMBER;
            case "boolean" -> Kind.FLAG;
            default -> property.has("enum") ? Kind.CHOICE : Kind.TEXT;
        };
        List<String> choices = new ArrayList<>();
        property.path("enum").forEach(choice -> choices.add(choice.asString()));
        Setting setting = new Setting(name, kind, property.get("default").asString(), number(property, "minimum"),
                number(property, "maximum"), choices);
        properties.put(name, property);
        settings.put(name, setting);
        if (wrong(setting, setting.standard(), Said.NOTHING).isPresent()) {
            throw new IllegalArgumentException("the default of " + name + " is no value of it");
        }
    }

    private static @Nullable Integer number(JsonNode property, String name) {
        return property.has(name) ? Integer.valueOf(property.get(name).asInt()) : null;
    }

    /**
     * Every setting.
     *
     * @return in the order of the schema
     */
    public List<Setting> settings() {
        return List.copyOf(settings.values());
    }

    /**
     * One setting.
     *
     * @param name its name
     * @return empty if the schema has no such property
     */
    public Optional<Setting> find(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /**
     * What is wrong with a value.
     *
     * @param setting one of {@link #settings()}
     * @param value the value as text
     * @param bounds what the level above leaves
     * @return empty if nothing is
     */
    public Optional<WrongSetting> wrong(Setting setting, String value, Said bounds) {
        JsonNode property = Objects.requireNonNull(properties.get(setting.name()), setting.name());
        ObjectNode narrowed = property.deepCopy().asObject();
        Integer least = narrower(setting.least(), bounds.least(), true);
        Integer most = narrower(setting.most(), bounds.most(), false);
        if (least != null && most != null) {
            narrowed.put("minimum", least).put("maximum", most);
        }
        return SCHEMAS.getSchema(narrowed)
            .validate(node(setting.kind(), value))
            .stream()
            .findFirst()
            .map(error -> WrongSetting.of(error.getKeyword(), setting, least, most,
                    property.path("maxLength").asInt(0)));
    }

    private static @Nullable Integer narrower(@Nullable Integer schema, @Nullable Integer said, boolean up) {
        if (schema == null || said == null) {
            return schema;
        }
        return up ? Math.max(schema, said) : Math.min(schema, said);
    }

    private static JsonNode node(Kind kind, String value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (kind) {
            case NUMBER -> value.matches("-?\\d{1,9}")
                    ? nodes.numberNode(Integer.parseInt(value))
                    : nodes.stringNode(value);
            case FLAG -> value.equals("true") || value.equals("false")
                    ? nodes.booleanNode(Boolean.parseBoolean(value))
                    : nodes.stringNode(value);
            case CHOICE, TEXT -> nodes.stringNode(value);
        };
    }
}
