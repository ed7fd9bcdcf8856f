package lv.pumpurs.server;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.spi.PersonalData;

/** The privacy contracts of every module on the class path, as the server finds them. */
final class PersonalTables {

    private static final List<Class<?>> CLASSES = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("lv.pumpurs")
        .stream()
        .filter(type -> type.isAssignableTo(PersonalData.class) && !type.isInterface())
        .<Class<?>>map(JavaClass::reflect)
        .toList();

    private static final PersonalCodeVault VAULT = vault();

    private PersonalTables() {}

    /** One of each class; a bean asks for the entity manager, and for the keys of personal codes if it must. */
    static List<PersonalData> on(EntityManager entities) {
        return CLASSES.stream().map(type -> made(type, entities)).toList();
    }

    static PersonalCodeVault keys() {
        return VAULT;
    }

    private static PersonalData made(Class<?> type, EntityManager entities) {
        try {
            Constructor<?> constructor = type.getConstructors()[0];
            return (PersonalData) constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                .map(wanted -> wanted == EntityManager.class ? entities : VAULT)
                .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be made by this test", e);
        }
    }

    private static PersonalCodeVault vault() {
        try {
            Path keyset = Files.createTempDirectory("forgotten").resolve("keyset");
            PersonalCodeVault.createKeyset(keyset);
            return PersonalCodeVault.open(keyset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
