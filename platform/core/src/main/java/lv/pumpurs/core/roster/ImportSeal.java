package lv.pumpurs.core.roster;

import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.SchemaName;

/**
 * Personal codes of one import: encrypted for the import as long as they are staged, for the learner once it is known.
 *
 * @param vault the keys
 * @param tenant where
 * @param importId the import
 */
record ImportSeal(PersonalCodeVault vault, SchemaName tenant, UUID importId) implements Cell.Seal {

    @Override
    public String close(PersonalCode code) {
        return Base64.getEncoder().encodeToString(vault.encrypt(code, tenant, importId));
    }

    @Override
    public PersonalCode open(String sealed) {
        return vault.decrypt(Base64.getDecoder().decode(sealed), tenant, importId);
    }

    @Override
    public String index(PersonalCode code) {
        return HexFormat.of().formatHex(vault.index(code, tenant));
    }

    String of(PersonalCode code, UUID learner) {
        return HexFormat.of().formatHex(vault.encrypt(code, tenant, learner));
    }
}
