package lv.pumpurs.core.personalcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.personalcode.PaperVault.Place;
import lv.pumpurs.core.tenancy.SchemaName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperVaultTest {

    private static final byte[] PAPER = "Iesniegums. Anna Ozola, 161175-19997".getBytes(StandardCharsets.UTF_8);
    private static final SchemaName ALFA = SchemaName.ofTenant("alfa");
    private static final SchemaName BETA = SchemaName.ofTenant("beta");
    private static final UUID PLAN = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID SCAN = UUID.fromString("01890000-0000-7000-8000-000000000002");
    private static final Place HERE = new Place(ALFA, PLAN, SCAN);

    @TempDir
    Path folder;

    private PersonalCodeVault codes(String name) {
        Path keyset = folder.resolve(name);
        PersonalCodeVault.createKeyset(keyset);
        return PersonalCodeVault.open(keyset);
    }

    private PaperVault vault() {
        return codes("keys").papers();
    }

    @Test
    void a_paper_comes_back_from_its_place_and_is_stored_differently_each_time() {
        byte[] stored = vault().seal(PAPER, HERE);
        assertThat(vault().open(stored, HERE)).isEqualTo(PAPER);
        assertThat(stored).isNotEqualTo(vault().seal(PAPER, HERE));
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("Anna", "161175");
    }

    @Test
    void a_paper_opens_in_no_other_row_plan_or_tenant_and_with_no_other_keys() {
        byte[] stored = vault().seal(PAPER, HERE);
        for (Place elsewhere : List.of(new Place(BETA, PLAN, SCAN), new Place(ALFA, SCAN, SCAN),
                new Place(ALFA, PLAN, PLAN), new Place(ALFA, SCAN, PLAN))) {
            assertThatThrownBy(() -> vault().open(stored, elsewhere)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> codes("others").papers().open(stored, HERE))
            .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_paper_is_no_code_and_a_code_no_paper() {
        PersonalCodeVault codes = codes("keys");
        PersonalCode code = PersonalCode.of("161175-19997");
        assertThatThrownBy(() -> codes.decrypt(vault().seal(PAPER, HERE), ALFA, SCAN))
            .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault().open(codes.encrypt(code, ALFA, SCAN), HERE))
            .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_file_is_known_again_with_its_plan_and_nowhere_else() {
        assertThat(vault().mark(PAPER, ALFA, PLAN)).isEqualTo(vault().mark(PAPER, ALFA, PLAN))
            .hasSize(64)
            .isNotEqualTo(vault().mark(PAPER, BETA, PLAN))
            .isNotEqualTo(vault().mark(PAPER, ALFA, SCAN))
            .isNotEqualTo(vault().mark(new byte[]{1}, ALFA, PLAN));
    }
}
