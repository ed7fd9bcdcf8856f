/**
 * Which plugins are installed, and where each is on. A plugin is on for somebody when the operator offers it to the tenant,
 * the municipality allows it and one of the person's schools has it enabled. The facts come from the class path
 * ({@link lv.pumpurs.core.plugin.InstalledPlugins}), the switches are read with each request
 * ({@link lv.pumpurs.core.plugin.SwitchedOn}); the pages on which people turn them are in {@code core.switches}.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.plugin;
