package lv.pumpurs.praise;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is typed to praise a learner, as a form or as JSON; the learner is in the path.
 *
 * @param words the praise; the school's setting may allow fewer characters
 */
public record WritePraise(@NotBlank @Size(max = 500) String words) {}
