package lv.pumpurs.core.tenancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import lv.pumpurs.spi.Plugin;
import lv.pumpurs.spi.RestrictedColumn;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLEntityMappings;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLEntityMappingsReader;
import org.eclipse.persistence.jpa.metadata.XMLMetadataSource;
import org.eclipse.persistence.logging.SessionLog;

/**
 * Named in {@code persistence.xml}: adds the managed classes of every jar to the one persistence unit. The core lists
 * its own in {@code META-INF/pumpurs-entities.list}, a plugin names them in its {@link Plugin}. Names only, never
 * loaded here: a class that is loaded before weaving cannot be woven. The mapping stays in annotations.
 *
 * <p>One unit, because a second one per plugin would mean a second cache and stale reads.
 */
public final class EntityLists extends XMLMetadataSource {

    private static final String LIST = "META-INF/pumpurs-entities.list";

    @Override
    public XMLEntityMappings getEntityMappings(Map<String, Object> properties, ClassLoader loader, SessionLog log) {
        return XMLEntityMappingsReader.read(LIST, new StringReader(xml(names(loader))), loader, properties);
    }

    static Set<String> names(ClassLoader loader) {
        Set<String> names = new TreeSet<>();
        try {
            for (URL list : Collections.list(loader.getResources(LIST))) {
                try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServiceLoader.load(Plugin.class, loader).forEach(plugin -> names.addAll(plugin.entities()));
        return names;
    }

    static String xml(Set<String> names) {
        StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>"
                + "<entity-mappings xmlns='http://www.eclipse.org/eclipselink/xsds/persistence/orm' version='2.6'>"
                + "<converter class='" + RestrictedColumn.class.getName() + "'/>");
        for (String name : names) {
            if (!name.matches("[\\w.$]+")) {
                throw new IllegalStateException("not a class name in the list of entities: " + name);
            }
            xml.append("<entity class='").append(name).append("'/>");
        }
        return xml.append("</entity-mappings>").toString();
    }
}
