package lv.pumpurs.core.scan;

/** What a scan can be. */
public enum ScanKind {
    /** From a scanner, or signed electronically. */
    PDF("application/pdf", "pdf"),
    /** A photograph. */
    JPEG("image/jpeg", "jpg"),
    /** A picture of a screen, or of a scanner. */
    PNG("image/png", "png");

    private final String mediaType;
    private final String extension;

    ScanKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /**
     * How it is sent.
     *
     * @return a media type
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * How its name ends.
     *
     * @return without the dot
     */
    public String extension() {
        return extension;
    }
}
