package lv.pumpurs.core.personalcode;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the vault of personal codes once for the whole server, with the keys that the settings name. */
@Dependent
class PersonalCodeKeys {

    @Produces
    @Singleton
    PersonalCodeVault vault(@ConfigProperty(name = "pumpurs.personal-code.keyset") String keyset) {
        return PersonalCodeVault.open(Path.of(keyset));
    }
}
