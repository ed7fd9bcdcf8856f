package lv.pumpurs.core.personalcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import lv.pumpurs.core.tenancy.SchemaName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalCodeVaultTest {

    private static final PersonalCode CODE = PersonalCode.of("161175-19997");
    private static final SchemaName ALFA = SchemaName.ofTenant("alfa");
    private static final SchemaName BETA = SchemaName.ofTenant("beta");
    private static final UUID LEARNER = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @TempDir
    Path folder;

    private PersonalCodeVault vault() {
        var keyset = folder.resolve("keys");
        PersonalCodeVault.createKeyset(keyset);
        return PersonalCodeVault.open(keyset);
    }

    @Test
    void a_code_comes_back_from_its_row() {
        assertThat(vault().decrypt(vault().encrypt(CODE, ALFA, LEARNER), ALFA, LEARNER)).isEqualTo(CODE);
    }

    @Test
    void a_code_copied_to_another_row_cannot_be_read() {
        var stored = vault().encrypt(CODE, ALFA, LEARNER);
        assertThatThrownBy(() -> vault().decrypt(stored, ALFA, UUID.randomUUID()))
            .isInstanceOf(IllegalStateException.class)
            .message()
            .doesNotContain("161175");
    }

    @Test
    void a_code_copied_to_another_tenant_cannot_be_read() {
        var stored = vault().encrypt(CODE, ALFA, LEARNER);
        assertThatThrownBy(() -> vault().decrypt(stored, BETA, LEARNER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_code_is_stored_differently_each_time() {
        assertThat(vault().encrypt(CODE, ALFA, LEARNER)).isNotEqualTo(vault().encrypt(CODE, ALFA, LEARNER));
    }

    @Test
    void the_index_is_the_same_within_a_tenant_and_another_in_the_next() {
        assertThat(vault().index(CODE, ALFA)).isEqualTo(vault().index(CODE, ALFA))
            .hasSize(32)
            .isNotEqualTo(vault().index(CODE, BETA));
    }

    @Test
    void keys_that_are_there_are_kept() throws IOException {
        var keyset = folder.resolve("keys");
        PersonalCodeVault.createKeyset(keyset);
        var before = Files.readString(keyset);
        assertThat(PersonalCodeVault.createKeyset(keyset)).isFalse();
        assertThat(Files.readString(keyset)).isEqualTo(before);
    }

    @Test
    void a_file_without_keys_is_refused_in_words() throws IOException {
        var file = Files.writeString(folder.resolve("other"), "not a keyset\n");
        assertThatThrownBy(() -> PersonalCodeVault.open(file)).hasMessageContaining("two lines");
    }
}
