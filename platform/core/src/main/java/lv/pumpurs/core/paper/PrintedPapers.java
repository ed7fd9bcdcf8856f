package lv.pumpurs.core.paper;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import lv.pumpurs.core.web.Documents;
import lv.pumpurs.spi.Papers;

/** The papers of the core and of plugins, from one press. */
@Dependent
class PrintedPapers implements Papers {

    private final Documents documents;
    private final PdfPress press;

    @Inject
    PrintedPapers(Documents documents, PdfPress press) {
        this.documents = documents;
        this.press = press;
    }

    @Override
    public Response of(String name, Supplier<? extends Record> paper) {
        byte[] file = press.inTurn(() -> press.print(documents.latvian(paper.get())));
        return Response.ok(file, "application/pdf")
            .header(HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + documents.word("paper.file." + name) + ".pdf\"")
            .build();
    }
}
