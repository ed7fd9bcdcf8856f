package lv.pumpurs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackOptionsTest {

    private static Properties given() {
        Properties given = new Properties();
        given.setProperty("pumpurs.workspace", "/w");
        given.setProperty("pumpurs.keycloak.archive", "/k.tar.gz");
        given.setProperty("pumpurs.liberty.home", "/l");
        given.setProperty("pumpurs.tenants", "/t");
        return given;
    }

    @Test
    void unpacked_servers_lie_in_the_workspace_unless_said() {
        assertThat(StackOptions.from(given()).distributions()).hasToString("/w/distributions");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "'',true", "false,false"})
    void fresh_alone_means_yes(String text, boolean fresh) {
        Properties given = given();
        given.setProperty("fresh", text);

        assertThat(StackOptions.from(given).fresh()).isEqualTo(fresh);
    }

    @Test
    void data_are_kept_without_a_word() {
        assertThat(StackOptions.from(given()).fresh()).isFalse();
    }

    @Test
    void neither_yes_nor_no_deletes_nothing() {
        Properties given = given();
        given.setProperty("fresh", "maybe");

        assertThatThrownBy(() -> StackOptions.from(given)).isInstanceOf(LaunchFailure.class)
            .hasMessage("-Dfresh=maybe is neither true nor false.");
    }

    @Test
    void a_missing_path_is_named() {
        Properties given = given();
        given.remove("pumpurs.tenants");

        assertThatThrownBy(() -> StackOptions.from(given)).isInstanceOf(LaunchFailure.class)
            .hasMessage("The property pumpurs.tenants is missing; start with mvn -Prun.");
    }
}
