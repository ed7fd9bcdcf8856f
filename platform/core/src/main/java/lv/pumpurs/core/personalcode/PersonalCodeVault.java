package lv.pumpurs.core.personalcode;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.tenancy.SchemaName;

/**
 * Encrypts personal codes and makes the keyed hash by which one is found again.
 *
 * <p>A ciphertext is bound to its tenant and its learner: copied to another row it cannot be read. The hash is keyed
 * per tenant: the same child gives different hashes in two tenants, so that nobody can join them.
 *
 * <p>The keys are a file of two Tink keysets in JSON, one a line: encryption, then index. Rotating the first is adding
 * a key to it; rotating the second means computing every index anew.
 */
public final class PersonalCodeVault {

    private static final int INDEX_LENGTH = 32;
    private static final Configuration TINK = registered();

    private final Aead encryption;
    private final PrfSet index;

    private PersonalCodeVault(KeysetHandle encryption, KeysetHandle index) throws GeneralSecurityException {
        this.encryption = encryption.getPrimitive(TINK, Aead.class);
        this.index = index.getPrimitive(TINK, PrfSet.class);
    }

    /**
     * A vault with the keys of a file.
     *
     * @param keyset the file, see {@link #createKeyset}
     * @return the vault
     * @throws IllegalStateException if the file is missing or holds no keys
     */
    public static PersonalCodeVault open(Path keyset) {
        try {
            List<String> lines = Files.readAllLines(keyset);
            if (lines.size() != 2) {
                throw new IllegalStateException("Not a keyset of personal codes (two lines expected): " + keyset);
            }
            return new PersonalCodeVault(parse(lines.get(0)), parse(lines.get(1)));
        } catch (IOException e) {
            throw new IllegalStateException("The keyset of personal codes cannot be read: " + keyset, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset of personal codes holds no usable keys: " + keyset, e);
        }
    }

    /**
     * Makes new keys and writes them to a file only its owner may read; keeps a file that is there, because without
     * its keys the codes already stored are lost.
     *
     * @param keyset the file
     * @return true if the file was made, false if it was there
     */
    public static boolean createKeyset(Path keyset) {
        try {
            var text = serialise(PredefinedAeadParameters.AES256_GCM) + "\n"
                    + serialise(PredefinedPrfParameters.HMAC_SHA256_PRF) + "\n";
            if (keyset.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(keyset,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(keyset);
            }
            Files.writeString(keyset, text, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot make keys for personal codes", e);
        }
    }

    /**
     * Encrypts a code for one learner's row.
     *
     * @param code the code
     * @param tenant whose row
     * @param learner key of the row
     * @return what to store; different each time
     */
    public byte[] encrypt(PersonalCode code, SchemaName tenant, UUID learner) {
        try {
            return encryption.encrypt(bytes(code.digits()), context(tenant, learner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A personal code could not be encrypted", e);
        }
    }

    /**
     * Reads a code out of one learner's row.
     *
     * @param stored what {@link #encrypt} gave
     * @param tenant whose row
     * @param learner key of the row
     * @return the code
     * @throws IllegalStateException if it was stored for another row, or with other keys
     */
    public PersonalCode decrypt(byte[] stored, SchemaName tenant, UUID learner) {
        try {
            var digits = encryption.decrypt(stored, context(tenant, learner));
            return new PersonalCode(new String(digits, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored personal code does not belong to its row or its keys", e);
        }
    }

    /**
     * The keyed hash by which a code is found within a tenant.
     *
     * @param code the code
     * @param tenant where it is looked for
     * @return always the same 32 bytes for a code in a tenant
     */
    public byte[] index(PersonalCode code, SchemaName tenant) {
        try {
            return index.computePrimary(bytes(tenant.value() + "\0" + code.digits()), INDEX_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The index of a personal code could not be computed", e);
        }
    }

    /**
     * The same keys for scanned papers.
     *
     * @return a vault that reads no personal code
     */
    public PaperVault papers() {
        return new PaperVault(encryption, index);
    }

    private static byte[] context(SchemaName tenant, UUID learner) {
        return bytes(tenant.value() + "\0" + learner);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String serialise(Parameters parameters) throws GeneralSecurityException {
        var keys = KeysetHandle.generateNew(parameters, TINK);
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, TINK, InsecureSecretKeyAccess.get())
            .replaceAll("\\s+",
                    "");
    }

    private static KeysetHandle parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, TINK, InsecureSecretKeyAccess.get());
    }

    private static Configuration registered() {
        try {
            AeadConfig.register();
            PrfConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot encrypt personal codes", e);
        }
    }
}
