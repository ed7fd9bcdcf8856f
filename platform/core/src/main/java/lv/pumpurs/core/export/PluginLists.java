package lv.pumpurs.core.export;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import lv.pumpurs.spi.ListExport;

/** The lists of plugins, by the same hand as those of the core. */
@Dependent
class PluginLists implements ListExport {

    private final ListFiles files;

    @Inject
    PluginLists(ListFiles files) {
        this.files = files;
    }

    @Override
    public Exported of(String format, String name, List<String> heads, Consumer<Row> rows) {
        ListFile file = files.of(format, new Sheet(name, heads, (page, row) -> rows.accept(row::of)));
        return new Exported(file.rows(), file.response());
    }
}
