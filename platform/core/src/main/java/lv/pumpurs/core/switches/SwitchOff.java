package lv.pumpurs.core.switches;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Switches a plugin off at one level.
 *
 * @param with ids of exactly those plugins that need it and are on here, to fall with it; empty for none
 */
public record SwitchOff(@NotNull @Size(max = 50) List<@NotNull @Size(max = 30) String> with) {}
