/**
 * The pages on which a plugin is switched: the operator offers it to a tenant, the municipality allows it with settings and
 * bounds, the school enables it and sets it up. Each act is recorded where it happens: in the operator's log, or in the
 * tenant's. What is on is read with each request from the same rows ({@code core.plugin}).
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.switches;
