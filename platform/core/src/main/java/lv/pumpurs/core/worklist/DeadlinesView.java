package lv.pumpurs.core.worklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long each piece of work may take here.
 *
 * @param lines by programme, the latest first, and kind of work
 */
public record DeadlinesView(List<Line> lines) {

    /**
     * One kind of work of one programme.
     *
     * @param programme code of the programme
     * @param nameLv the programme in Latvian
     * @param nameEn the programme in English
     * @param work code of the work: DECIDE, CORRECT, WRITE, EVALUATE or CLOSE
     * @param days how many days it may take today; null for no limit
     * @param changesOn the next day on which that changes; null if it does not
     * @param changesTo how many days from then on; null for no limit
     */
    public record Line(String programme, String nameLv, String nameEn, String work, @Nullable Integer days,
            @Nullable LocalDate changesOn, @Nullable Integer changesTo) {}
}
