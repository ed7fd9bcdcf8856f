package lv.pumpurs.core.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;
import java.util.regex.Pattern;

/** Hands letters to the mail server, one connection each: they are few. */
@Dependent
class MailServer implements Carrier {

    private static final System.Logger LOG = System.getLogger(MailServer.class.getName());

    private static final Pattern NO = Pattern.compile("[45]\\d\\d\\b");

    private final MailSettings settings;

    @Inject
    MailServer(MailSettings settings) {
        this.settings = settings;
    }

    /** A mail that keeps the key it was given. */
    private static final class Keyed extends MimeMessage {

        private final UUID id;

        Keyed(Session session, UUID id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@pumpurs>");
        }
    }

    @Override
    public Fate carry(Letter letter) {
        Session session = Session.getInstance(settings.ofSession());
        try {
            MimeMessage message = message(session, letter);
            try (Transport transport = session.getTransport("smtp")) {
                try {
                    transport.connect();
                } catch (MessagingException e) {
                    return noted(Fate.UNREACHABLE, e);
                }
                return hand(transport, message);
            }
        } catch (AddressException e) {
            return noted(Fate.ADDRESS, e);
        } catch (MessagingException e) {
            // from closing a connection that has done its work, or from a text that cannot be written
            return noted(Fate.UNCERTAIN, e);
        }
    }

    private Fate hand(Transport transport, MimeMessage message) throws MessagingException {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Fate.SENT;
        } catch (SendFailedException e) {
            Address[] unknown = e.getInvalidAddresses();
            return noted(unknown != null && unknown.length > 0
                    ? Fate.ADDRESS
                    : saysNo(e) ? Fate.REFUSED : Fate.UNCERTAIN, e);
        } catch (MessagingException e) {
            return noted(Fate.UNCERTAIN, e);
        }
    }

    /** Whether the server itself said so: an end of the talk after the text comes as the same kind of failure. */
    private static boolean saysNo(SendFailedException failure) {
        for (Throwable one = failure; one != null; one = one instanceof MessagingException mail
                ? mail.getNextException()
                : null) {
            String said = one.getMessage();
            if (said != null && NO.matcher(said.strip()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        MimeMessage message = new Keyed(session, letter.id());
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setText(letter.text(), "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Never the text of a failure: it may hold an address. */
    private static Fate noted(Fate fate, Exception e) {
        LOG.log(System.Logger.Level.WARNING, "A mail was not sent: {0}, {1}", fate, e.getClass().getName());
        return fate;
    }
}
