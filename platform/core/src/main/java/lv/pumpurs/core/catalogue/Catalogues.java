package lv.pumpurs.core.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the catalogues of this program into the nation's schema, and copies what is published there into a tenant.
 * Both may be done again at any time; nothing that is the same is written, nothing that was published is taken away.
 */
final class Catalogues {

    /** A tenant's tables, in an order in which they can be written. */
    private static final List<CatalogueTable> COPIED = List.of(CatalogueRows.SCHOOL_YEAR, CatalogueRows.SEMESTER,
            CatalogueRows.PROGRAMME, CatalogueRows.PROGRAMME_GRADE, CatalogueRows.RISK_GROUP, CatalogueRows.RISK,
            CatalogueRows.MEASURE_KIND);

    private Catalogues() {}

    /**
     * Publishes the catalogues.
     *
     * @param nation a connection in whose search path the nation's schema is
     * @return how many rows were new or different
     * @throws SQLException if the database refuses
     */
    static int publish(Connection nation) throws SQLException {
        int changed = 0;
        for (var table : CatalogueRows.all().entrySet()) {
            changed += table.getKey().write(nation, table.getValue());
        }
        return changed;
    }

    /**
     * Copies what is published into a tenant.
     *
     * @param nation a connection in whose search path the nation's schema is
     * @param tenant a connection in whose search path the tenant's schema is
     * @param tenantKind kind of the tenant, which decides the steps of approval it has
     * @return how many rows were new or different
     * @throws SQLException if the database refuses
     */
    static int copy(Connection nation, Connection tenant, String tenantKind) throws SQLException {
        int changed = 0;
        for (var table : COPIED) {
            changed += table.write(tenant, table.read(nation));
        }
        return changed + CatalogueRows.APPROVAL_STEP_OF_TENANT.write(tenant, steps(nation, tenantKind));
    }

    /** The steps that a tenant of this kind has, numbered without a gap. */
    private static List<List<@Nullable String>> steps(Connection nation, String tenantKind) throws SQLException {
        var sql = """
                select programme, row_number() over (partition by programme order by ordinal), role, basis
                from approval_step where skipped_for is distinct from ? order by programme, ordinal""";
        try (var select = nation.prepareStatement(sql)) {
            select.setString(1, tenantKind);
            try (var found = select.executeQuery()) {
                List<List<@Nullable String>> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(Arrays.asList(found.getString(1), found.getString(2), found.getString(3),
                            found.getString(4)));
                }
                return rows;
            }
        }
    }
}
