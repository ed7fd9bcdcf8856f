package lv.pumpurs.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SetUpScriptsTest {

    private static final Pattern NAMES = Pattern
        .compile("(?:proname|relname) ~ '(\\^\\((?:set_config|pg_stat_)[^']*)'");

    @Test
    void the_check_asks_for_the_same_functions_and_views_that_the_set_up_closes() {
        assertThat(names("/db/set-up-check.sql")).hasSize(2).isEqualTo(names("/db/set-up.sql"));
    }

    private static List<String> names(String script) {
        return NAMES.matcher(Script.read(script)).results().map(found -> found.group(1)).toList();
    }
}
