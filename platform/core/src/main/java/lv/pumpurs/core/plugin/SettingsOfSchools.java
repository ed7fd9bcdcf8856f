package lv.pumpurs.core.plugin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lv.pumpurs.core.plugin.Setting.Kind;
import lv.pumpurs.core.plugin.Setting.Said;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.PluginSettings;
import org.eclipse.microprofile.config.Config;

/** The settings as a plugin reads them: of one school, with all that stands above it. */
@Dependent
public class SettingsOfSchools implements PluginSettings {

    private final EntityManager em;
    private final Function<String, Optional<String>> configuration;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant by the first statement of the transaction
     * @param config of the installation
     */
    @Inject
    public SettingsOfSchools(EntityManager em, Config config) {
        this(em, name -> config.getOptionalValue(name, String.class));
    }

    SettingsOfSchools(EntityManager em, Function<String, Optional<String>> configuration) {
        this.em = em;
        this.configuration = configuration;
    }

    @Override
    public Values of(String plugin, UUID school) {
        return of(InstalledPlugins.all()
            .find(plugin)
            .orElseThrow(() -> new IllegalArgumentException("no plugin " + plugin + " is installed")), school);
    }

    Values of(Plugin installed, UUID school) {
        Map<String, Said> above = new HashMap<>();
        Map<String, String> own = new HashMap<>();
        for (PluginSetting row : em
            .createQuery("select s from PluginSetting s where s.plugin = :plugin"
                    + " and (s.schoolId is null or s.schoolId = :school)", PluginSetting.class)
            .setParameter("plugin", installed.id())
            .setParameter("school", school)
            .getResultList()) {
            String value = row.said().value();
            if (row.schoolId() == null) {
                above.put(row.name(), row.said());
            } else if (value != null) {
                own.put(row.name(), value);
            }
        }
        return new AtSchool(SettingsSchema.of(installed).configured(configuration), above, own);
    }

    private record AtSchool(SettingsSchema schema, Map<String, Said> above, Map<String, String> own)
            implements
                Values {

        private String value(String name, Kind... kinds) {
            Setting setting = schema.find(name)
                .filter(one -> List.of(kinds).contains(one.kind()))
                .orElseThrow(() -> new IllegalArgumentException("no setting " + name + " of this kind"));
            return setting.at(above.getOrDefault(name, Said.NOTHING), own.get(name));
        }

        @Override
        public int number(String name) {
            return Integer.parseInt(value(name, Kind.NUMBER));
        }

        @Override
        public boolean flag(String name) {
            return Boolean.parseBoolean(value(name, Kind.FLAG));
        }

        @Override
        public String text(String name) {
            return value(name, Kind.CHOICE, Kind.TEXT);
        }
    }
}
