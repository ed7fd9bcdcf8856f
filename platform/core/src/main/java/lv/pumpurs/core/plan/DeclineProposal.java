package lv.pumpurs.core.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why no plan is written from a proposal.
 *
 * @param reason for whoever proposed it
 */
public record DeclineProposal(@NotBlank @Size(max = 1000) String reason) {}
