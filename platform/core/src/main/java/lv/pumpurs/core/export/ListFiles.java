package lv.pumpurs.core.export;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import lv.pumpurs.core.web.Pages;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.BusinessTime;

/**
 * Makes files of lists. The whole file is written before the first byte is sent, row by row to the disk and not to the
 * memory: it is read in the transaction of the request, so permission, scope and read log are those of the page; a slow
 * reader keeps no connection to the database; and what breaks on the way is a problem, never half a file.
 */
@Dependent
public class ListFiles {

    private final Pages pages;
    private final HttpServletRequest request;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param pages the reader's words
     * @param request tells the language
     * @param clock today stands in the file's name
     */
    @Inject
    public ListFiles(Pages pages, HttpServletRequest request, InstantSource clock) {
        this.pages = pages;
        this.request = request;
        this.clock = clock;
    }

    /**
     * A file of a list.
     *
     * @param ending {@code csv} or {@code xlsx}
     * @param sheet heads and rows
     * @return the file, to be sent
     * @throws jakarta.ws.rs.NotFoundException for another ending
     */
    public ListFile of(String ending, Sheet sheet) {
        Format format = Format.of(ending);
        RequestPage page = pages.page(request);
        String name = page.t("export.file." + sheet.name());
        try {
            Spool spool = Spool.open();
            int rows;
            try {
                rows = write(sheet, page, format, name, spool);
            } catch (IOException | RuntimeException e) {
                spool.close();
                throw e;
            }
            StreamingOutput sent = spool::sendTo;
            return new ListFile(rows, Response.ok(sent, format.type())
                .header(HttpHeaders.CONTENT_LENGTH, spool.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "-"
                        + BusinessTime.today(clock) + "." + format.ending() + "\"")
                .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int write(Sheet sheet, RequestPage page, Format format, String name, Spool spool)
            throws IOException {
        OutputStream out = new BufferedOutputStream(spool.out());
        int[] rows = {0};
        try (RowWriter writer = format.writer(out, name)) {
            writer.heads(sheet.heads().stream().map(key -> page.t(key)).toList());
            sheet.rows().write(page, cells -> {
                try {
                    writer.row(cells);
                    rows[0]++;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        out.flush();
        return rows[0];
    }
}
