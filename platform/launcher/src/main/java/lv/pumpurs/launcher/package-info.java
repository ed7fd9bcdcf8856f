/**
 * One command on one machine: embedded PostgreSQL, Keycloak and Open Liberty with the application, the tenants of
 * {@code tenants/}, and the demo data. {@link lv.pumpurs.launcher.Stack} is the whole stack as a closeable value, used by
 * the command line and by the browser tests alike.
 *
 * <p>
 * Everything the stack keeps lies in one folder ({@code .pumpurs}), held by a file lock. Every server that is started is
 * written down with its pid, its start time and a mark of its command line, so that the start after a {@code kill -9} can
 * tell its own leftovers from anybody else's processes and end only those.
 */
@NullMarked
package lv.pumpurs.launcher;

import org.jspecify.annotations.NullMarked;
