package lv.pumpurs.core.tenancy;

import lv.pumpurs.spi.Ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaNameTest {

    @Test
    void a_tenants_schema_is_its_slug_with_underscores() {
        assertThat(SchemaName.ofTenant("jaunjelgavas-novads").value()).isEqualTo("t_jaunjelgavas_novads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "nation", "Alfa", "al fa", "alfa;drop", "al'fa", "1alfa", "-alfa", "al_fa", "āda",
            "a23456789012345678901234567890123456789012"})
    void what_is_no_slug_is_refused(String slug) {
        assertThatThrownBy(() -> SchemaName.ofTenant(slug)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "pg_catalog", "t_", "t_a", "alfa", "t_alfa, public", "t_alfa\""})
    void what_this_platform_does_not_make_is_no_schema(String name) {
        assertThatThrownBy(() -> new SchemaName(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
