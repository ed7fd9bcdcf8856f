package lv.pumpurs.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lv.pumpurs.core.web.Assets;
import lv.pumpurs.core.web.Documents;
import lv.pumpurs.core.web.Templates;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.Refused;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PlanPaperTest {

    private static final Documents DOCUMENTS = new Documents(new Templates(), new Texts(), new Assets());
    private static final PdfPress PRESS = new PdfPress();

    @Test
    void the_paper_tells_the_plan_in_reading_order_in_latvian_with_every_letter() throws IOException {
        try (PDDocument paper = printed(PaperSamples.whole("Žanete " + PaperSamples.LETTERS, PaperSamples.LETTERS))) {
            assertThat(words(paper)).containsSubsequence("Individuālais atbalsta plāns", "LUB-2026-1-0017",
                    "2026./2027. m.g. 1. semestris", "Noslēgts", "Izglītojamais", "Žanete " + PaperSamples.LETTERS,
                    "9.a", "Lubānas vidusskola", "Skola – kopienā", "Skuja-Kalniņzemniece", "Iesniegums",
                    "10.09.2026.", "Vecāks vai likumiskais pārstāvis", "14.09.2026. – 22.12.2026.", "Stiprās puses",
                    "Labi zīmē", "paša viedoklis", "Gribu pabeigt", "Riski",
                    "Mācību darba un izglītības iestādes riski", "Grūtības mācību satura", "Augsts",
                    PaperSamples.LETTERS, "Iekavēta", "Vidējs", "Ekonomiskie riski", "Transporta izdevumi", "Zems",
                    "Dzīvo 23 km", "Atbalsta pasākumi", "matemātika", "Jānis Ozoliņš", "1, 2", "18", "11,5",
                    "konsultāciju", "Starpnovadu", "1 080", "braucieni", "Lēmumi", "11.09.2026.",
                    "Izglītības iestādes direktors", "Ilze Kalniņa", "Atgriezts labošanai: Lūdzu", "Apstiprināts",
                    "Izvērtējums", "Izvērtēts 18.12.2026. Rezultāts: riski mazinājušies.", "noslēgts 21.12.2026.",
                    "1. Grūtības", "riski mazinājušies: (redzams tikai šīm lomām: Plāna", "2. Iekavēta",
                    "riski nav mainījušies",
                    "matemātika", "Nāca uz visām",
                    "Paraksti", "Vecāks, likumiskais pārstāvis");
            assertThat(words(paper)).contains("izdruka sagatavota 25.11.2026. 14:05", "1. lpp. no ");
        }
    }

    @Test
    void a_paper_is_tagged_says_its_language_and_title_and_embeds_its_fonts() throws IOException {
        try (PDDocument paper = printed(PaperSamples.whole("Anna Ozola", "x"))) {
            var catalogue = paper.getDocumentCatalog();
            assertThat(catalogue.getLanguage()).isEqualTo("lv");
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getStructureTreeRoot().getCOSObject().toString()).isNotEmpty();
            assertThat(new String(catalogue.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("pdfuaid");
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(paper.getDocumentInformation().getTitle())
                .isEqualTo("Individuālais atbalsta plāns LUB-2026-1-0017");
            for (PDPage page : paper.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void a_long_plan_breaks_over_pages_and_loses_no_row() throws IOException {
        try (PDDocument paper = printed(PaperSamples.withMeasures(60))) {
            String words = words(paper);
            int pages = paper.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            List<String> rows = IntStream.rangeClosed(1, 60).mapToObj("priekšmets%03d"::formatted).toList();
            assertThat(words).containsSubsequence(rows);
            assertThat(words.split("Garš", -1)).hasSize(PaperSamples.REPEATED + 1);
            assertThat(words).containsSubsequence(
                    IntStream.rangeClosed(1, pages).mapToObj(page -> page + ". lpp. no " + pages).toList());
        }
    }

    @Test
    void what_looks_like_markup_or_an_entity_is_text_and_nothing_is_fetched() throws IOException {
        String hostile = "<script>x</script> &entity; &#65; <img src=\"file:///etc/hostname\"/> ]]> <!DOCTYPE a>";
        try (PDDocument paper = printed(PaperSamples.whole("Anna \u0001\ufffe", hostile))) {
            assertThat(words(paper).replace(" ", "")).contains(hostile.replace(" ", ""));
        }
        for (String doctype : List.of("<!DOCTYPE html>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>")) {
            assertThatThrownBy(() -> PRESS.print(doctype + "<html><head/><body>x</body></html>"))
                .isInstanceOf(IllegalStateException.class);
        }
        List<String> asked = new ArrayList<>();
        try (Listener listener = Listener.open(asked)) {
            byte[] file = PRESS.print(("<html lang=\"lv\"><head><title>t</title>"
                    + "<link rel=\"stylesheet\" href=\"%1$s/a.css\"/></head><body><p>vārds</p><img alt=\"a\" src=\"%1$s/a.png\"/>"
                    + "<object data=\"%1$s/o\"/></body></html>")
                .formatted(listener.address()));
            try (PDDocument paper = Loader.loadPDF(file)) {
                assertThat(words(paper)).contains("vārds");
            }
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void whoever_sees_single_measures_gets_a_paper_that_says_so_and_nothing_to_sign() throws IOException {
        try (PDDocument paper = printed(PaperSamples.part())) {
            assertThat(words(paper)).contains("tikai tie atbalsta pasākumi", "matemātika")
                .doesNotContain("Paraksti", "Lēmumi", "Iesniegums", "Pamatojums", "šim lasītājam", "Labi zīmē");
        }
    }

    @Test
    void a_paper_longer_than_the_limit_is_refused_and_one_at_it_is_made() {
        String frame = "<html lang=\"lv\"><head><title>t</title></head><body><p>x</p><!-- --></body></html>";
        String longest = frame.replace("<!-- ", "<!-- " + "x".repeat(PdfPress.LONGEST - frame.length()));
        assertThat(PRESS.print(longest)).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> PRESS.print(longest + " ")).isInstanceOf(Refused.class)
            .hasMessage("paper-too-long");
    }

    @Test
    void no_more_than_two_papers_are_made_at_a_time() throws Exception {
        PdfPress press = new PdfPress(0);
        CountDownLatch working = new CountDownLatch(2);
        CountDownLatch done = new CountDownLatch(1);
        try (var others = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                others.execute(() -> press.inTurn(() -> {
                    working.countDown();
                    return awaited(done);
                }));
            }
            assertThat(awaited(working)).isTrue();
            assertThatThrownBy(() -> press.inTurn(() -> 1)).isInstanceOf(Refused.class).hasMessage("paper-busy");
            done.countDown();
        }
        assertThat(press.<Integer>inTurn(() -> 1)).isEqualTo(1);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static PDDocument printed(PlanPaper paper) throws IOException {
        return Loader.loadPDF(PRESS.print(DOCUMENTS.latvian(paper)));
    }

    /** Lines are joined: where a line breaks is not what is tested. */
    private static String words(PDDocument paper) throws IOException {
        return new PDFTextStripper().getText(paper).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
}
