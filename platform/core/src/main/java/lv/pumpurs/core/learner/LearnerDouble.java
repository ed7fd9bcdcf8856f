package lv.pumpurs.core.learner;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that looks like the same child as another one.
 *
 * @param id key
 * @param name given and family name
 * @param birthDate day of birth, null if unknown
 * @param schoolName where the learner is, or was last
 * @param className the class there
 */
public record LearnerDouble(UUID id, String name, @Nullable LocalDate birthDate, String schoolName,
        String className) {}
