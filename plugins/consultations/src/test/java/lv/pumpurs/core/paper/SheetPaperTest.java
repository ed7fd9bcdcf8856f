package lv.pumpurs.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import lv.pumpurs.consultations.SheetPaper;
import lv.pumpurs.consultations.TimesheetPaper;
import lv.pumpurs.core.web.Assets;
import lv.pumpurs.core.web.Documents;
import lv.pumpurs.core.web.SheetSamples;
import lv.pumpurs.core.web.Templates;
import lv.pumpurs.core.web.Texts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The papers of the plugin, printed by the press of the core. */
class SheetPaperTest {

    private static final Documents DOCUMENTS = new Documents(new Templates(), new Texts(), new Assets());
    private static final PdfPress PRESS = new PdfPress();

    @Test
    void a_sheet_on_paper_tells_whose_it_is_each_consultation_and_who_decided_in_latvian() throws IOException {
        assertThat(words(new SheetPaper(SheetSamples.sheet("ACCEPTED", List.of())))).containsSubsequence(
                "Konsultāciju uzskaites (KA) veidlapa", "2026. gada novembris", "Pieņemta",
                "Anna-Elizabete Skuja-Kalniņzemniece", "LUB-2026-1-001", "Lubānas vidusskola", "Pēteris Pedagogs",
                "01.12.2026.", "02.12.2026., Dace Direktore", "03.12.2026., Vija Vadītāja", "24.11.2026. 14:05",
                "Matemātika", "Klātienē", "40", "24.11.2026., vecāks", "25.11.2026.", "Attālināti",
                "26.11.2026.", "Neattiecināma:", "Nenotika", "Kopā 2 apmaksājamas konsultācijas: 80 min",
                "konsultāciju stundas: 2");
    }

    @Test
    void a_timesheet_on_paper_tells_each_session_its_plans_and_the_sums_and_no_name_of_a_child() throws IOException {
        assertThat(words(new TimesheetPaper(SheetSamples.timesheet()))).containsSubsequence(
                "Darba laika uzskaites lapa", "2026. gada novembris", "Pēteris Pedagogs", "Lubānas vidusskola",
                "240 min, konsultāciju stundas: 6", "24.11.2026. 14:05", "LUB-2026-1-001, LUB-2026-1-002",
                "40", "Algebra", "LUB-2026-1-003", "Kopā 24.11.2026.", "80")
            .doesNotContain("Anna-Elizabete");
    }

    private static String words(Record paper) throws IOException {
        try (PDDocument printed = Loader.loadPDF(PRESS.print(DOCUMENTS.latvian(paper)))) {
            assertThat(printed.getDocumentCatalog().getLanguage()).isEqualTo("lv");
            assertThat(printed.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            return new PDFTextStripper().getText(printed).replaceAll("\\s+", " ");
        }
    }
}
