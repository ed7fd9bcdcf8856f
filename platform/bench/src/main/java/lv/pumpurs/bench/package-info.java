/**
 * Measurements of the whole: {@link lv.pumpurs.bench.Bench} starts PostgreSQL and Liberty with the real application, fills
 * tenants, and measures requests beside the same SQL over plain JDBC in the same server. A number in the report is named
 * in {@link lv.pumpurs.bench.Report} beside the class that took it.
 */
@NullMarked
package lv.pumpurs.bench;

import org.jspecify.annotations.NullMarked;
