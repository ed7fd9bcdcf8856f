package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files that pages need: exactly those named in {@code META-INF/pumpurs-assets.list} of some jar, each line a
 * name, a blank and a class path resource. The fingerprint in the link is the hash of the content, so a browser may
 * keep the file for ever and never shows an old one.
 */
@ApplicationScoped
public class Assets {

    static final String LIST = "META-INF/pumpurs-assets.list";

    private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=UTF-8", "js",
            "text/javascript;charset=UTF-8", "svg", "image/svg+xml", "png", "image/png", "woff2", "font/woff2");

    private final Map<String, Asset> files;

    /** Reads every listed file once. */
    public Assets() {
        this(Texts.loader());
    }

    Assets(ClassLoader loader) {
        Map<String, Asset> read = new HashMap<>();
        try {
            for (URL list : Collections.list(loader.getResources(LIST))) {
                read(loader, list, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files = Map.copyOf(read);
    }

    private static void read(ClassLoader loader, URL list, Map<String, Asset> into) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.strip().split("\\s+", 2);
                if (parts.length != 2 || into.putIfAbsent(parts[0], load(loader, parts[0], parts[1])) != null) {
                    throw new IllegalStateException(list + ": wrong or repeated line: " + line);
                }
            }
        }
    }

    private static Asset load(ClassLoader loader, String name, String resource) throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("asset " + name + ": no type is known for this ending");
        }
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("asset " + name + ": there is no " + resource + " on the class path");
            }
            byte[] content = in.readAllBytes();
            boolean text = !type.equals("image/png") && !type.equals("font/woff2");
            return new Asset(fingerprint(content), type, content, text ? gzip(content) : null);
        }
    }

    private static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** The path of a file; a name that no list has is a mistake in a template. */
    String path(String name) {
        Asset asset = files.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset " + name + " in any " + LIST);
        }
        return "/assets/" + asset.fingerprint() + "/" + name;
    }

    Optional<Asset> find(String fingerprint, String name) {
        return Optional.ofNullable(files.get(name)).filter(asset -> asset.fingerprint().equals(fingerprint));
    }

    Map<String, Asset> files() {
        return files;
    }

    /** One file as it is sent. */
    static final class Asset {

        private final String fingerprint;
        private final String type;
        private final byte[] content;
        private final byte @Nullable [] gzip;

        Asset(String fingerprint, String type, byte[] content, byte @Nullable [] gzip) {
            this.fingerprint = fingerprint;
            this.type = type;
            this.content = content;
            this.gzip = gzip;
        }

        String fingerprint() {
            return fingerprint;
        }

        String type() {
            return type;
        }

        /** Whether compressing helps; pictures are compressed already. */
        boolean compressible() {
            return gzip != null;
        }

        byte[] content(boolean compressed) {
            return compressed && gzip != null ? gzip : content;
        }
    }
}
