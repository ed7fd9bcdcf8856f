package lv.pumpurs.core.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import lv.pumpurs.spi.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * The words of every module, from {@code messages/<module>_lv.properties} and {@code messages/<module>_en.properties}
 * of every jar, in ICU message format (Latvian has three plural forms: zero, one, other).
 */
@ApplicationScoped
public class Texts {

    /** Modules of the platform; each plugin's id joins them. A module may have no texts. */
    static final List<String> PLATFORM = List.of("web", "validation", "home", "identity", "operator", "school",
            "learner", "enrolment", "merge", "timeline", "learnercode", "roster", "plan", "scan", "review", "paper",
            "contact",
            "family", "privacy",
            "message",
            "mail", "digest", "worklist", "figures", "audit", "plugin", "idempotency",
            "export",
            "personnel", "invitation", "programme", "registry", "provisioning", "tenancy", "keycloak");

    private static final System.Logger LOG = System.getLogger(Texts.class.getName());

    private final Map<Locale, Map<String, String>> patterns;

    /** The texts of the platform and of every plugin on the class path. */
    public Texts() {
        this(modules(), loader());
    }

    Texts(List<String> modules, ClassLoader loader) {
        Map<Locale, Map<String, String>> all = new HashMap<>();
        for (Locale language : Languages.ALL) {
            Map<String, String> words = new HashMap<>();
            for (String module : modules) {
                read(loader, "messages/" + module + "_" + language.getLanguage() + ".properties", words);
            }
            all.put(language, Map.copyOf(words));
        }
        patterns = Map.copyOf(all);
    }

    private static List<String> modules() {
        List<String> modules = new ArrayList<>(PLATFORM);
        ServiceLoader.load(Plugin.class, loader()).forEach(plugin -> modules.add(plugin.id()));
        return modules;
    }

    /** The application's loader: it sees the jars of all plugins, also those copied into the WAR later. */
    static ClassLoader loader() {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return application != null ? application : Texts.class.getClassLoader();
    }

    private static void read(ClassLoader loader, String resource, Map<String, String> into) {
        try {
            for (URL found : Collections.list(loader.getResources(resource))) {
                Properties properties = new Properties();
                try (InputStreamReader reader = new InputStreamReader(found.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    into.put(key, properties.getProperty(key));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /**
     * A text in one language.
     *
     * @param language one of {@link Languages#ALL}
     * @param key its key
     * @param arguments values for {@code {0}}, {@code {1}}, ...
     * @return the text; the key itself if there is none
     */
    public String text(Locale language, String key, @Nullable Object... arguments) {
        String pattern = pattern(language, key);
        if (pattern == null) {
            LOG.log(System.Logger.Level.WARNING, "No text for key {0}", key);
            return key;
        }
        return pattern.indexOf('{') < 0 && arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, ULocale.forLocale(language)).format(arguments);
    }

    /** A text with named values, as constraints of Bean Validation have them. */
    String named(Locale language, String key, Map<String, Object> values) {
        String pattern = pattern(language, key);
        return pattern == null ? key : new MessageFormat(pattern, ULocale.forLocale(language)).format(values);
    }

    /**
     * Whether there is a text.
     *
     * @param key its key
     * @return true if so
     */
    public boolean has(String key) {
        return pattern(Languages.LATVIAN, key) != null;
    }

    Set<String> keys(Locale language) {
        return new TreeSet<>(patterns.getOrDefault(language, Map.of()).keySet());
    }

    private @Nullable String pattern(Locale language, String key) {
        return patterns.getOrDefault(language, Map.of()).get(key);
    }
}
