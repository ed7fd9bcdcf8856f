package lv.pumpurs.core.enrolment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The yearly promotion as somebody has looked through it. Whoever is not named stays where they are.
 *
 * @param school the school
 * @param year the school year that ends
 * @param learners where each of them goes
 */
public record PromoteClasses(@NotNull UUID school, @NotNull @Size(min = 9, max = 9) String year,
        @NotNull @Size(max = 4_000) List<@Valid Step> learners) {

    /**
     * Where one learner goes.
     *
     * @param enrolment the year in a class that ends
     * @param move where to
     * @param className the class of the next year; none for the proposed one
     */
    public record Step(@NotNull UUID enrolment, @NotNull Move move, @Nullable @Size(max = 20) String className) {}

    /** Keeps its own copy, without rows that say nothing. */
    public PromoteClasses {
        learners = learners == null ? List.of() : learners.stream().filter(Objects::nonNull).toList();
    }
}
