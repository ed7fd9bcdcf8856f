package lv.pumpurs.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.core.plugin.PluginFault;
import lv.pumpurs.core.plugin.Setting;
import lv.pumpurs.core.plugin.SettingsSchema;
import lv.pumpurs.spi.LoggedTable;
import lv.pumpurs.spi.MenuEntry;
import lv.pumpurs.spi.PersonalData;
import lv.pumpurs.spi.Plugin;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every plugin must keep, as tests. A plugin proves it with an empty subclass in its own module:
 *
 * <pre>{@code class ConsultationsContractTest extends PluginContract {}}</pre>
 */
public abstract class PluginContract {

    private static final String ID = "[a-z][a-z0-9-]{0,29}";
    private static final String PERMISSION = "[a-z][a-z-]*:[a-z][a-z-]*";
    private static final String MIGRATION = "V\\d{12}__[a-z0-9_]+\\.sql";
    private static final String MARK = "flyway.location";

    private final Plugin plugin = theOne();

    private static Plugin theOne() {
        ServiceLoader<Plugin> found = ServiceLoader.load(Plugin.class);
        assertThat(found).as("plugins registered in META-INF/services of this module").hasSize(1);
        return found.iterator().next();
    }

    /** The id names folders, paths and settings. */
    @Test
    void the_id_is_lower_case_letters_digits_and_hyphens() {
        assertThat(plugin.id()).matches(ID);
    }

    /** Whoever switches a plugin on reads what it is called and what it is for. */
    @Test
    void the_plugin_has_a_name_and_says_what_it_is_for() {
        assertThat(texts("lv")).containsKeys("plugin.name." + plugin.id(), "plugin.summary." + plugin.id());
    }

    /** What keeps a plugin from being offered, as far as one jar can tell; what it requires is another jar's. */
    @Test
    void the_facts_are_in_order() {
        assertThat(new InstalledPlugins(List.of(plugin)).faults(plugin))
            .filteredOn(fault -> fault.kind() != PluginFault.Kind.UNKNOWN_DEPENDENCY)
            .isEmpty();
        assertThat(plugin.requires()).doesNotContain(plugin.id());
    }

    /** The form of the settings is made from the schema and these words. */
    @Test
    void every_setting_has_a_label_a_hint_and_words_for_its_choices() {
        for (Setting setting : SettingsSchema.of(plugin).settings()) {
            String key = plugin.id() + ".setting." + setting.name();
            assertThat(texts("lv")).containsKeys(key, key + ".hint");
            setting.choices().forEach(choice -> assertThat(texts("lv")).containsKey(key + "." + choice));
        }
    }

    /** Where a plugin is off, its routes are not there: they are known by their place. */
    @Test
    void every_route_lies_below_the_plugins_own_path() {
        String below = "t/{tenant}/" + plugin.id();
        ownClasses().stream()
            .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
            .map(type -> type.getAnnotationOfType(jakarta.ws.rs.Path.class).value())
            .forEach(path -> assertThat(path).matches(Pattern.quote(below) + "(/.*)?"));
    }

    /** The server's build checks the plugins in its WAR; one that is added to a built server keeps the rules all the same. */
    @TestFactory
    Stream<DynamicTest> the_plugin_keeps_the_rules_of_the_house() {
        JavaClasses own = ownClasses();
        return Stream.concat(ArchRules.ofPlugins().stream(),
                Stream.of(RouteRules.everyRouteSaysWhoMayUseIt(plugin.permissions().keySet()).allowEmptyShould(true)))
            .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(own)));
    }

    /** By the package the platform knows which plugin a route or a bean belongs to. */
    @Test
    void the_plugin_has_a_package_of_its_own_below_that_of_the_house() {
        assertThat(plugin.getClass().getPackageName()).matches("lv\\.pumpurs\\.[a-z]\\w*");
    }

    private JavaClasses ownClasses() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(plugin.getClass().getPackageName());
    }

    /** Entities are named, exist, are entities and belong to the plugin. */
    @Test
    void every_entity_named_exists_in_the_plugins_own_package() throws ClassNotFoundException {
        for (String name : plugin.entities()) {
            Class<?> type = Class.forName(name, false, getClass().getClassLoader());
            assertThat(type.isAnnotationPresent(Entity.class)).as("%s is an @Entity", name).isTrue();
            assertThat(type.getPackageName()).startsWith(plugin.getClass().getPackageName());
        }
    }

    /** A permission is shown to people on the page of permissions: what it is about, and what it allows. */
    @Test
    void every_permission_has_words() {
        for (String permission : plugin.permissions().keySet()) {
            String thing = permission.substring(0, permission.indexOf(':'));
            assertThat(texts("lv")).containsKeys("permission." + thing, "permission." + permission.replace(':', '.'));
        }
    }

    /** A permission has the form thing:act and at least one holder. */
    @Test
    void every_permission_has_a_form_and_a_holder() {
        plugin.permissions().forEach((permission, holders) -> {
            assertThat(permission).matches(PERMISSION);
            assertThat(holders).as("holders of %s", permission).isNotEmpty();
        });
    }

    /** A menu entry leads into the plugin's own paths, needs a declared permission and has its words. */
    @Test
    void every_menu_entry_leads_into_the_plugin_and_has_words() {
        for (MenuEntry entry : plugin.menu()) {
            assertThat(entry.path()).matches(plugin.id() + "(/.*)?");
            assertThat(plugin.permissions()).containsKey(entry.permission());
            assertThat(texts("lv")).containsKey(entry.labelKey());
        }
    }

    /** Latvian and English are equally complete, and nothing is blank. */
    @Test
    void both_languages_have_the_same_texts_and_none_is_blank() {
        Properties latvian = texts("lv");
        Properties english = texts("en");
        assertThat(latvian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (Properties texts : Set.of(latvian, english)) {
            texts.forEach((key, text) -> assertThat((String) text).as("%s", key).isNotBlank());
        }
    }

    /** The log shows the plugin's changes and readings in words. */
    @Test
    void every_logged_table_and_permission_has_words_in_the_log() {
        for (LoggedTable table : plugin.logged()) {
            assertThat(texts("lv")).containsKey("audit.table." + table.name());
            table.columns()
                .entrySet()
                .stream()
                .filter(column -> column.getValue().shown() != LoggedTable.Shown.NEVER)
                .forEach(column -> assertThat(texts("lv"))
                    .containsKey("audit.column." + table.name() + "." + column.getKey()));
        }
        for (String permission : plugin.permissions().keySet()) {
            assertThat(texts("lv")).containsKey("audit.right." + permission.replace(':', '.'));
        }
    }

    /** Every table that a migration makes is written down by the trigger and declared to the log. */
    @Test
    void every_table_is_logged() throws IOException, URISyntaxException {
        Set<String> made = new TreeSet<>();
        Set<String> written = new TreeSet<>();
        for (String migration : migrations()) {
            String sql = resource("db/" + plugin.id() + "/" + migration);
            found("(?i)CREATE TABLE (?:IF NOT EXISTS )?(\\w+)", sql, made);
            found("(?i)AFTER INSERT OR UPDATE OR DELETE ON (\\w+)\\s+FOR EACH ROW EXECUTE FUNCTION record_change\\(\\)",
                    sql,
                    written);
        }
        assertThat(written).isEqualTo(made)
            .isEqualTo(plugin.logged().stream().map(LoggedTable::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** A person can ask what is kept, and be forgotten: a bean answers for every table of the plugin. */
    @Test
    void every_table_is_answered_for_by_the_privacy_contract() throws ReflectiveOperationException {
        Set<String> answered = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(plugin.getClass().getPackageName())) {
            if (type.isAssignableTo(PersonalData.class) && !type.isInterface()) {
                assertThat(type.isAnnotatedWith(Dependent.class) || type.isAnnotatedWith(RequestScoped.class)
                        || type.isAnnotatedWith(ApplicationScoped.class))
                    .as("%s is a bean", type.getName())
                    .isTrue();
                Constructor<?> constructor = type.reflect().getConstructors()[0];
                PersonalData bean = (PersonalData) constructor
                    .newInstance(new Object[constructor.getParameterCount()]);
                answered.addAll(bean.tables());
            }
        }
        assertThat(answered)
            .isEqualTo(plugin.logged().stream().map(LoggedTable::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void found(String pattern, String sql, Set<String> into) {
        Pattern.compile(pattern).matcher(sql).results().map(one -> one.group(1)).forEach(into::add);
    }

    private String resource(String name) throws IOException {
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Migrations are stamped with the minute, so that two branches do not meet in one number. */
    @Test
    void every_migration_is_stamped_and_named_in_words() throws IOException, URISyntaxException {
        Set<String> names = migrations();
        assertThat(names.isEmpty()).as("no migrations").isEqualTo(plugin.entities().isEmpty());
        assertThat(names).allMatch(name -> name.matches(MIGRATION));
    }

    /** Without the mark the server finds no migration in a jar, and no tenant could be made while it runs. */
    @Test
    void the_folder_of_migrations_is_marked_for_the_server() {
        URL mark = getClass().getClassLoader().getResource("db/" + plugin.id() + "/" + MARK);
        assertThat(mark == null).as("an empty file " + MARK).isEqualTo(plugin.entities().isEmpty());
    }

    private Set<String> migrations() throws IOException, URISyntaxException {
        URL folder = getClass().getClassLoader().getResource("db/" + plugin.id());
        if (folder == null) {
            return Set.of();
        }
        URI place = folder.toURI();
        assertThat(place.getScheme()).as("migrations lie in the module under test").isEqualTo("file");
        try (Stream<Path> files = Files.list(Path.of(place))) {
            return files.map(file -> file.getFileName().toString())
                .filter(name -> !name.equals(MARK))
                .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Properties texts(String language) {
        String name = "messages/" + plugin.id() + "_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
