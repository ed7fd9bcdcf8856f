package lv.pumpurs.core.roster;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.roster.file.Rows;

/** Writes the rows of a file into the tenant's schema while they arrive, a few hundred at a time. */
final class Staging implements Rows {

    private static final int MOST_ROWS = 500;
    private static final int MOST_CHARACTERS = 256 * 1024;

    private final EntityManager entities;
    private final UUID importId;
    private final Cell.Seal seal;
    private final Map<String, List<String>> headers = new HashMap<>();
    private final Map<String, Integer> totals = new HashMap<>();
    private JsonArrayBuilder waiting = Json.createArrayBuilder();
    private String part = "";
    private int rows;
    private int characters;

    Staging(EntityManager entities, UUID importId, Cell.Seal seal) {
        this.entities = entities;
        this.importId = importId;
        this.seal = seal;
    }

    @Override
    public void begin(String name, List<String> names) {
        flush();
        part = name;
        // a file without a header has its first learner there
        headers.put(name, names.stream().map(column -> Cell.of(column, seal).text()).toList());
    }

    @Override
    public void row(int number, List<String> cells) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        List<String> names = headers.getOrDefault(part, List.of());
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            array.add(staged(i < names.size() && !part.isEmpty() ? names.get(i) : "", cell).json());
            characters += cell.length() + 4;
        }
        waiting.add(Json.createObjectBuilder().add("n", number).add("c", array));
        totals.merge(part, 1, Integer::sum);
        if (++rows >= MOST_ROWS || characters >= MOST_CHARACTERS) {
            flush();
        }
    }

    private Cell staged(String column, String cell) {
        if (column.endsWith("ourcedIds")) {
            return Cell.keys(cell, seal);
        }
        return column.endsWith("ourcedId") ? Cell.key(cell, seal) : Cell.of(cell, seal);
    }

    void flush() {
        if (rows == 0) {
            return;
        }
        entities.createNativeQuery("""
                insert into roster_row (import_id, part, row_no, cells)
                select ?1, ?2, cast(r.value ->> 'n' as integer), r.value -> 'c'
                from jsonb_array_elements(cast(?3 as jsonb)) r""")
            .setParameter(1, importId)
            .setParameter(2, part)
            .setParameter(3, waiting.build().toString())
            .executeUpdate();
        waiting = Json.createArrayBuilder();
        rows = 0;
        characters = 0;
    }

    /** Columns of a table; empty if the file has none of this name. */
    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    int total(String name) {
        return totals.getOrDefault(name, 0);
    }
}
