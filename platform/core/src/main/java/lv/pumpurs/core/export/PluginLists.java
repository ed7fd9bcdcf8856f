package lv.pumpurs.core.export;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.ListExport;
import org.jspecify.annotations.Nullable;

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
        ListFile file = files.of(format,
                new Sheet(name, heads, (page, row) -> rows.accept(cells -> row.of(inWords(page, cells)))));
        return new Exported(file.rows(), file.response());
    }

    private static @Nullable Object[] inWords(RequestPage page, @Nullable Object[] cells) {
        return Arrays.stream(cells).map(cell -> cell instanceof Word word ? page.t(word.key()) : cell).toArray();
    }
}
