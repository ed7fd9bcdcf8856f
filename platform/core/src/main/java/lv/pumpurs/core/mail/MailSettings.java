package lv.pumpurs.core.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By which mail server mail goes out; without one none does. */
@Dependent
public class MailSettings {

    private static final String PATIENCE_MILLIS = "20000";

    private final String host;
    private final int port;
    private final String from;
    private final boolean tls;
    private final String link;

    /**
     * From the server's configuration.
     *
     * @param host {@code pumpurs.mail.host}: the mail server; empty: no mail goes out
     * @param port {@code pumpurs.mail.port}
     * @param from {@code pumpurs.mail.from}: who writes
     * @param tls {@code pumpurs.mail.start-tls}: whether nothing is sent in the clear
     * @param link {@code pumpurs.url}: where the reader signs in
     */
    @Inject
    public MailSettings(@ConfigProperty(name = "pumpurs.mail.host") Optional<String> host,
            @ConfigProperty(name = "pumpurs.mail.port", defaultValue = "25") int port,
            @ConfigProperty(name = "pumpurs.mail.from") Optional<String> from,
            @ConfigProperty(name = "pumpurs.mail.start-tls", defaultValue = "false") boolean tls,
            @ConfigProperty(name = "pumpurs.url") Optional<String> link) {
        this.host = host.orElse("");
        this.port = port;
        this.from = from.orElse("");
        this.tls = tls;
        this.link = link.orElse("");
    }

    /**
     * Whether mail goes out: there is a mail server, a sender, and an address for the reader to come to.
     *
     * @return false if one of them is not set
     */
    public boolean isOn() {
        return !host.isBlank() && !from.isBlank() && !link.isBlank();
    }

    String from() {
        return from;
    }

    /** Where the reader of a tenant signs in. */
    String link(String slug) {
        return link + "/t/" + slug;
    }

    /** What Jakarta Mail wants to know. */
    Properties ofSession() {
        Properties all = new Properties();
        all.setProperty("mail.smtp.host", host);
        all.setProperty("mail.smtp.port", Integer.toString(port));
        all.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls));
        all.setProperty("mail.smtp.starttls.required", Boolean.toString(tls));
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        all.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        all.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        all.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return all;
    }
}
