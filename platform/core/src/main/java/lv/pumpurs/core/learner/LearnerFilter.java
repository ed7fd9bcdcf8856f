package lv.pumpurs.core.learner;

import java.util.UUID;
import lv.pumpurs.core.schoolyear.Semester;
import org.jspecify.annotations.Nullable;

/**
 * Which learners a list shows; null leaves a criterion out.
 *
 * @param search words of the name, in any case, with or without diacritics
 * @param schoolId latest school
 * @param className latest class
 * @param grade latest grade
 * @param planIn has a plan of this semester, in any state
 */
public record LearnerFilter(@Nullable String search, @Nullable UUID schoolId, @Nullable String className,
        @Nullable Integer grade, @Nullable Semester planIn) {

    /**
     * Every learner that the reader reaches.
     *
     * @return no criterion
     */
    public static LearnerFilter none() {
        return new LearnerFilter(null, null, null, null, null);
    }
}
