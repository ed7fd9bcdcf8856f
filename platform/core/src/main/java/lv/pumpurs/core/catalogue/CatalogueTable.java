package lv.pumpurs.core.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of a catalogue. Values travel as text and are cast by the database, so that the same rows come from a file
 * and from another schema.
 *
 * @param name name of the table
 * @param keys columns of the key
 * @param columns the other columns
 */
record CatalogueTable(String name, List<Column> keys, List<Column> columns) {

    /**
     * A column.
     *
     * @param name its name
     * @param type its type in the database
     */
    record Column(String name, String type) {}

    /**
     * A table of columns written as {@code name type}.
     *
     * @param name name of the table
     * @param keys how many of the columns are the key
     * @param columns all columns, those of the key first
     * @return the table
     */
    static CatalogueTable of(String name, int keys, String... columns) {
        var all = Arrays.stream(columns)
            .map(column -> column.split(" "))
            .map(part -> new Column(part[0], part[1]))
            .toList();
        return new CatalogueTable(name, all.subList(0, keys), all.subList(keys, all.size()));
    }

    /** Writes rows and says how many of them were new or different; a row that is not there any more stays. */
    int write(Connection connection, List<List<@Nullable String>> rows) throws SQLException {
        try (var insert = connection.prepareStatement(upsert())) {
            for (var row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setString(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            return Arrays.stream(insert.executeBatch()).sum();
        }
    }

    /** Reads all rows. */
    List<List<@Nullable String>> read(Connection connection) throws SQLException {
        var sql = "select " + names(all()) + " from " + name;
        try (var select = connection.prepareStatement(sql); var found = select.executeQuery()) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            int width = keys.size() + columns.size();
            while (found.next()) {
                List<@Nullable String> row = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    Stream<Column> all() {
        return Stream.concat(keys.stream(), columns.stream());
    }

    private String upsert() {
        var casts = all().map(column -> "cast(? as " + column.type() + ")").collect(Collectors.joining(", "));
        var sets = columns.stream()
            .map(column -> column.name() + " = excluded." + column.name())
            .collect(Collectors.joining(", "));
        return "insert into " + name + " (" + names(all()) + ") values (" + casts + ") on conflict ("
                + names(keys.stream()) + ") do update set " + sets + " where " + row(name) + " is distinct from "
                + row("excluded");
    }

    private String row(String of) {
        return columns.stream()
            .map(column -> of + "." + column.name())
            .collect(Collectors.joining(", ", "row(", ")"));
    }

    private static String names(Stream<Column> columns) {
        return columns.map(Column::name).collect(Collectors.joining(", "));
    }
}
