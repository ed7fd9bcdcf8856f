package lv.pumpurs.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import lv.pumpurs.core.fixture.TwoTenants;
import org.junit.jupiter.api.Test;

class RowCursorDbTest {

    private static final String LONG_LIST = "select n, repeat('x', 2000) || n from generate_series(1, 100000) n";
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void a_long_list_passes_through_and_little_of_it_is_kept() {
        long before = used();
        long[] most = {0};
        int[] rows = {0};
        TwoTenants.database().entityManagers().inTransaction(TwoTenants.ALFA, null, entities -> {
            RowCursor.each(entities.createNativeQuery(LONG_LIST), chunk -> {
                assertThat(chunk).hasSizeLessThanOrEqualTo(RowCursor.CHUNK);
                rows[0] += chunk.size();
                if (rows[0] % 25_000 == 0) {
                    most[0] = Math.max(most[0], used() - before);
                }
            });
            return null;
        });
        assertThat(rows[0]).isEqualTo(100_000);
        // all of them are more than 200
        assertThat(most[0]).isBetween(1L, 60 * MEGABYTE);
    }

    @Test
    void rows_come_in_their_order_and_more_may_be_asked_about_them_on_the_way() {
        List<Integer> seen = new ArrayList<>();
        TwoTenants.database().entityManagers().inTransaction(TwoTenants.ALFA, null, entities -> {
            RowCursor.each(entities.createNativeQuery("select n, 'x' from generate_series(1, ?1) n order by n desc")
                .setParameter(1, 1_203), chunk -> {
                    chunk.forEach(row -> seen.add((Integer) row[0]));
                    assertThat(entities.createNativeQuery("select cast(current_user as text)").getSingleResult())
                        .isEqualTo("t_alfa");
                });
            return null;
        });
        assertThat(seen).hasSize(1_203).startsWith(1_203, 1_202).endsWith(2, 1);
    }

    @Test
    void what_breaks_on_the_way_ends_the_reading() {
        assertThatExceptionOfType(IllegalStateException.class)
            .isThrownBy(() -> TwoTenants.database()
                .entityManagers()
                .inTransaction(TwoTenants.ALFA, null, entities -> {
                    RowCursor.each(entities.createNativeQuery(LONG_LIST), chunk -> {
                        throw new IllegalStateException("planted");
                    });
                    return null;
                }))
            .withMessage("planted");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
