package lv.pumpurs.core.operator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What an operator says before entering a tenant.
 *
 * @param reason why, 10 to 500 characters; the tenant can read it
 */
public record EnterTenant(@NotBlank @Size(min = 10, max = 500) String reason) {}
