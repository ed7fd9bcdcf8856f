package lv.pumpurs.core.tenancy;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * UUID columns as PostgreSQL's own type, null included. EclipseLink's converter binds a null as text, which the
 * database refuses, and fails on a null that it reads. Put in its place on every attribute and every column that points to one: an
 * {@code AttributeConverter} of JPA would not reach keys.
 */
final class NullableUuids implements Converter {

    private static final long serialVersionUID = 1L;

    static void in(Session session) {
        Collection<ClassDescriptor> descriptors = session.getDescriptors().values();
        Map<String, Set<String>> columns = new HashMap<>();
        for (ClassDescriptor descriptor : descriptors) {
            columns.put(descriptor.getJavaClassName(), replaced(descriptor));
        }
        for (ClassDescriptor descriptor : descriptors) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping instanceof OneToOneMapping link) {
                    Set<String> keys = columns.getOrDefault(link.getReferenceClassName(), Set.of());
                    link.getSourceToTargetKeyFields().forEach((own, target) -> {
                        if (keys.contains(target.getName())) {
                            uuid(own);
                        }
                    });
                }
            }
        }
    }

    /** The columns of a class whose attribute is a UUID, now under this converter. */
    private static Set<String> replaced(ClassDescriptor descriptor) {
        Set<String> columns = new HashSet<>();
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof UUIDConverter) {
                direct.setConverter(new NullableUuids());
                columns.add(direct.getField().getName());
            }
        }
        return columns;
    }

    private static void uuid(DatabaseField field) {
        field.setSqlType(Types.OTHER);
        field.setType(UUID.class);
    }

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        return value;
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
        return value == null || value instanceof UUID ? value : UUID.fromString(value.toString());
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        uuid(mapping.getField());
    }
}
