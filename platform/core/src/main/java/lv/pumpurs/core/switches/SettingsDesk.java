package lv.pumpurs.core.switches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.core.plugin.Setting.Said;
import lv.pumpurs.core.plugin.SettingsSchema;
import lv.pumpurs.core.plugin.Switches;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.core.web.ReadVersion;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.Refused;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Where the settings of a plugin are looked at and changed, at either level. */
@Dependent
public class SettingsDesk {

    private static final int TAGS = 1_000_000_000;

    private final OfferedPlugins offered;
    private final Switches switches;
    private final SwitchBoard board;
    private final Config config;

    /**
     * On the bound tenant.
     *
     * @param offered what the operator offers
     * @param switches what is set
     * @param board knows whose school is whose
     * @param config of the installation
     */
    @Inject
    public SettingsDesk(OfferedPlugins offered, Switches switches, SwitchBoard board, Config config) {
        this.offered = offered;
        this.switches = switches;
        this.board = board;
        this.config = config;
    }

    SettingsView show(String slug, String id, @Nullable UUID school) {
        SettingsSchema schema = schema(slug, id);
        String name = name(school);
        Map<String, Said> kept = kept(id, school);
        return new SettingsView(id, school, name, TypedSettings.kept(schema, above(id, school), kept).fields(),
                version(kept));
    }

    Response set(String slug, String id, @Nullable UUID school, Posted form, HttpHeaders headers) {
        String version = form.first("version");
        Integer read = version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
        return set(slug, id, school, ReadVersion.of(headers, read),
                (schema, above) -> TypedSettings.of(schema, above, form));
    }

    Response set(String slug, String id, @Nullable UUID school, SettingsInput input, HttpHeaders headers) {
        return set(slug, id, school, ReadVersion.of(headers, null),
                (schema, above) -> TypedSettings.of(schema, above, input));
    }

    private Response set(String slug, String id, @Nullable UUID school, ReadVersion read,
            BiFunction<SettingsSchema, @Nullable Map<String, Said>, TypedSettings> typing) {
        SettingsSchema schema = schema(slug, id);
        String name = name(school);
        // one after the other: the version is that of all values together
        if (!switches.lock(id)) {
            throw new Refused(SwitchProblem.NOT_ALLOWED, id);
        }
        Map<String, Said> kept = kept(id, school);
        read.require(version(kept));
        TypedSettings typed = typing.apply(schema, above(id, school));
        SettingsView view = new SettingsView(id, school, name, typed.fields(), version(kept));
        if (view.isWrong()) {
            return Response.status(422).entity(view).build();
        }
        switches.say(id, school, typed.said());
        return Response.seeOther(UriBuilder.fromPath("/t/{tenant}/plugins/{plugin}").build(slug, id)).build();
    }

    private SettingsSchema schema(String slug, String id) {
        Plugin plugin = offered.one(slug, id);
        if (!InstalledPlugins.all().faults(plugin).isEmpty() || SettingsSchema.of(plugin).settings().isEmpty()) {
            throw new NotFoundException();
        }
        return SettingsSchema.of(plugin).configured(name -> config.getOptionalValue(name, String.class));
    }

    private @Nullable String name(@Nullable UUID school) {
        return school == null
                ? null
                : board.reached(Permissions.PLUGIN_ENABLE)
                    .stream()
                    .filter(one -> one.id().equals(school))
                    .map(School::name)
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
    }

    private @Nullable Map<String, Said> above(String id, @Nullable UUID school) {
        return school == null ? null : switches.said(id);
    }

    private Map<String, Said> kept(String id, @Nullable UUID school) {
        if (school == null) {
            return switches.said(id);
        }
        Map<String, Said> own = new TreeMap<>();
        switches.set(id, school).forEach((name, value) -> own.put(name, new Said(value, null, null, false)));
        return own;
    }

    /** Of what is kept: two people who read the same have read the same version. */
    private static int version(Map<String, Said> kept) {
        return Math.floorMod(new TreeMap<>(kept).toString().hashCode(), TAGS);
    }
}
