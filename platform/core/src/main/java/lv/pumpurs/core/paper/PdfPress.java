package lv.pumpurs.core.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lv.pumpurs.spi.Refused;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Sets markup as a tagged PDF (PDF/UA) with fonts of our own. It fetches nothing: there is no document type, so there
 * are no entities, and every address is refused. Few papers are set at a time, each of bounded length, so that papers
 * never take the memory that pages need.
 */
@ApplicationScoped
public class PdfPress {

    /** Some thirty pages; what cannot be signed in one sitting is no plan. */
    static final int LONGEST = 150_000;

    /** Far more than the longest paper needs. */
    private static final int MOST_BYTES = 64_000_000;

    private static final int AT_A_TIME = 2;
    private static final int PATIENCE_SECONDS = 5;
    private static final String FAMILY = "Paper";

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final byte[] regular = resource("DejaVuSansCondensed.ttf");
    private final byte[] bold = resource("DejaVuSansCondensed-Bold.ttf");
    private final String style = new String(resource("paper.css"), StandardCharsets.UTF_8);

    private final int patience;

    /** Reads the fonts once. */
    public PdfPress() {
        this(PATIENCE_SECONDS);
    }

    PdfPress(int patienceInSeconds) {
        patience = patienceInSeconds;
        // what it would log is the text of papers
        XRLog.setLoggingEnabled(false);
    }

    private static byte[] resource(String name) {
        try (InputStream in = PdfPress.class.getResourceAsStream("/paper/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does work that holds a whole paper in memory, when it is its turn.
     *
     * @param work reading and printing
     * @param <T> what comes of it
     * @return what the work returns
     * @throws Refused if too many others came first
     */
    <T> T inTurn(Supplier<T> work) {
        if (!turn()) {
            throw new Refused(PaperProblem.BUSY);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(patience, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Makes the file.
     *
     * @param markup well-formed, with {@code lang} and a title, without styles
     * @return a PDF
     * @throws Refused if it is longer than {@value #LONGEST} characters
     */
    byte[] print(String markup) {
        if (markup.length() > LONGEST) {
            throw new Refused(PaperProblem.TOO_LONG);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument paper = new PDDocument(MemoryUsageSetting.setupMainMemoryOnly(MOST_BYTES).streamCache)) {
            new PdfRendererBuilder().usePDDocument(paper)
                .usePdfUaAccessibility(true)
                .withProducer("Pumpurs")
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useUriResolver((base, uri) -> null)
                .useFont(() -> new ByteArrayInputStream(regular), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(bold), FAMILY, 700, FontStyle.NORMAL, true)
                .withW3cDocument(styled(markup), null)
                .toStream(out)
                .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Document styled(String markup) {
        Document document = parsed(markup);
        Element styles = document.createElement("style");
        styles.setTextContent(style);
        document.getElementsByTagName("head").item(0).appendChild(styles);
        return document;
    }

    private static Document parsed(String markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(printable(markup))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A template of a paper is not well-formed.", e);
        }
    }

    /** Control characters, which a field may hold, have no place in XML nor on paper. */
    private static String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
            .map(point -> point == '\n' || point == '\t' || (point >= 0x20 && point <= 0xd7ff)
                    || (point >= 0xe000 && point <= 0xfffd) || point >= 0x10000 ? point : ' ')
            .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
