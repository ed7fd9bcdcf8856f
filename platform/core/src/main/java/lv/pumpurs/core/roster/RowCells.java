package lv.pumpurs.core.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row, found by what they hold.
 *
 * @param cells as they stand in the file
 * @param mapping which column holds what
 */
record RowCells(List<Cell> cells, Mapping mapping) {

    /** Without spaces around it; empty if the row says nothing. */
    String text(RosterField field) {
        Cell cell = cell(field);
        return cell == null ? "" : cell.text().strip();
    }

    @Nullable
    Cell cell(RosterField field) {
        Integer place = mapping.place(field);
        return place == null || place >= cells.size() ? null : cells.get(place);
    }

    /** Position of the column, {@link Finding#ROW} if there is none. */
    int at(RosterField field) {
        Integer place = mapping.place(field);
        return place == null ? Finding.ROW : place;
    }
}
