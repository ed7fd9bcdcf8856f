package lv.pumpurs.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import lv.pumpurs.core.fixture.TwoTenants;
import org.junit.jupiter.api.Test;

class DatabaseSetUpDbTest {

    @Test
    void after_the_set_up_the_check_finds_nothing() throws Exception {
        assertThat(new SetUpCheck(TwoTenants.database().app()).faults()).isEmpty();
    }
}
