package lv.pumpurs.core.tenancy;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.queries.CursoredStream;

/**
 * Rows of a query that is too long to be kept: a cursor of the database, in one statement, so that all rows are of one
 * moment.
 */
public final class RowCursor {

    /** Rows that are kept at a time. */
    public static final int CHUNK = 500;

    private RowCursor() {}

    /**
     * Reads to the end.
     *
     * @param query a native query with several columns; its rows come in its order
     * @param chunks takes up to {@value #CHUNK} rows at a time, and may ask the database for more about them
     */
    public static void each(Query query, Consumer<List<Object[]>> chunks) {
        query.setHint(QueryHints.CURSOR, true)
            .setHint(QueryHints.CURSOR_INITIAL_SIZE, CHUNK)
            .setHint(QueryHints.CURSOR_PAGE_SIZE, CHUNK)
            .setHint(QueryHints.JDBC_FETCH_SIZE, CHUNK);
        CursoredStream rows = (CursoredStream) query.getSingleResult();
        try {
            while (rows.hasNext()) {
                List<Object[]> chunk = new ArrayList<>(CHUNK);
                while (chunk.size() < CHUNK && rows.hasNext()) {
                    chunk.add((Object[]) rows.next());
                }
                rows.releasePrevious();
                chunks.accept(chunk);
            }
        } finally {
            rows.close();
        }
    }
}
