package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.PlanSchool.AUTHOR;
import static lv.pumpurs.server.web.PlanSchool.BASE;
import static lv.pumpurs.server.web.PlanSchool.JSON;
import static lv.pumpurs.server.web.PlanSchool.PAGE;
import static lv.pumpurs.server.web.PlanSchool.get;
import static lv.pumpurs.server.web.PlanSchool.send;
import static lv.pumpurs.server.web.PlanSchool.to;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lv.pumpurs.core.fixture.Papers;
import lv.pumpurs.core.identity.Person;

/** Sends scans of applications and opens them, as people and programs would. */
final class Scanned {

    static final String BOUNDARY = "----pumpurs";
    static final String MARK = "Qzxiesniegums";
    static final byte[] PDF = Papers.pdf(MARK, false);
    static final byte[] PNG = Papers.picture("png", 40, 20);
    static final int LARGEST = 5 * 1024 * 1024;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Scanned() {}

    /** A head that says 10,000 by 10,000, over a picture of a few points. */
    static byte[] hundredMegapixels() {
        byte[] png = PNG.clone();
        byte[] head = Arrays.copyOfRange(png, 16, 29);
        ByteBuffer.wrap(head).putInt(10_000).putInt(10_000);
        byte[] chunk = Papers.chunk("IHDR", head);
        System.arraycopy(chunk, 0, png, 8, chunk.length);
        return png;
    }

    /** A PDF with a long remark before its table: as large as the limit, to the byte. */
    static byte[] largest() {
        String text = new String(PDF, StandardCharsets.ISO_8859_1);
        String before = text.substring(0, text.lastIndexOf("xref\n0"));
        String table = text.substring(before.length(), text.lastIndexOf("startxref"));
        int end = LARGEST - "startxref\n1234567\n%%EOF\n".length() - table.length();
        return (before + "%" + "x".repeat(end - before.length() - 2) + "\n" + table + "startxref\n" + end + "\n%%EOF\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    }

    static HttpResponse<String> attach(String plan, Person who, byte[]... files) throws Exception {
        return send(program(plan, who, files));
    }

    static HttpRequest.Builder program(String plan, Person who, byte[]... files) {
        return body(plan, who, Papers.form(BOUNDARY, Map.of(), files));
    }

    static HttpRequest.Builder body(String plan, Person who, byte[] form) {
        return to(plan + "/application/scans", who).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(form));
    }

    static HttpRequest.Builder browser(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create(BASE + path)).header("Cookie", cookie).header("Accept", PAGE);
    }

    static HttpRequest.Builder browserForm(String plan, String cookie, String token, byte[]... files) {
        return browser(plan + "/application/scans", cookie)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(Papers.form(BOUNDARY, Map.of("csrf", token), files)));
    }

    static HttpResponse<String> remove(String plan, String scan, Person who) throws Exception {
        return send(to(plan + "/application/scans/" + scan + "/removal", who).POST(BodyPublishers.noBody()));
    }

    static HttpResponse<byte[]> open(String plan, String scan, Person who) throws Exception {
        return CLIENT.send(
                to(plan + "/application/scans/" + scan, who).setHeader("Accept", "image/*,*/*;q=0.8").build(),
                BodyHandlers.ofByteArray());
    }

    static String scan(String plan, int number) throws Exception {
        return ids(plan).get(number - 1);
    }

    static List<String> ids(String plan) throws Exception {
        String body = get(plan + "/application/scans", AUTHOR, JSON).body();
        return Pattern.compile("\"id\":\"([0-9a-f-]{36})\"")
            .matcher(body.substring(body.indexOf("\"scans\"")))
            .results()
            .map((MatchResult one) -> one.group(1))
            .toList();
    }

    static String path(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())))
            .getPath();
    }
}
