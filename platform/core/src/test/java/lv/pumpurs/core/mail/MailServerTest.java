package lv.pumpurs.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters on their way to a mail server that takes them, refuses them, breaks off, or is not there. */
class MailServerTest {

    private static final Mail MESSAGE = new Mail(new UUID(3, 3), MailKind.MESSAGE, "Šķēles vidusskola", 1,
            "mamma@gimene.test");

    @Test
    void a_letter_arrives_with_its_own_id_and_says_only_that_there_is_something_to_read() throws Exception {
        GreenMail world = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        world.start();
        try {
            MailSettings settings = settings(world.getSmtp().getPort());
            Letter letter = new MailWords(new Texts(), settings).letter(MESSAGE, "lubana", Locale.of("lv"));
            assertThat(new MailServer(settings).carry(letter)).isEqualTo(Fate.SENT);

            MimeMessage arrived = world.getReceivedMessages()[0];
            assertThat(arrived.getSubject()).isEqualTo("Pumpurā jums ir ziņa");
            assertThat(arrived.getRecipients(RecipientType.TO)).extracting(Object::toString)
                .containsExactly("mamma@gimene.test");
            assertThat(arrived.getFrom()).extracting(Object::toString).containsExactly("pumpurs@valsts.test");
            assertThat(arrived.getHeader("Message-ID")).containsExactly("<" + MESSAGE.id() + "@pumpurs>");
            assertThat((String) arrived.getContent()).contains("Šķēles vidusskola", "http://pumpurs.test/t/lubana");
        } finally {
            world.stop();
        }
    }

    @Test
    void a_digest_counts_in_words_of_either_language() {
        Mail digest = new Mail(new UUID(3, 4), MailKind.DIGEST, "DECIDE=1,CLOSE=12", 1, "direktore@skola.test");
        MailWords words = new MailWords(new Texts(), settings(1));
        assertThat(words.letter(digest, "lubana", Locale.of("lv")).text())
            .contains("- Jālemj par 1 plānu\n- Jānoslēdz 12 izvērtētu plānu\n");
        assertThat(words.letter(digest, "lubana", Locale.of("en")).text()).contains("\n- ").contains("12");
    }

    @Test
    void nobody_there_is_a_reason_to_come_back() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(carried(port)).isEqualTo(Fate.UNREACHABLE);
    }

    /** What each step of the talk is answered; the talk ends where there is no more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            421 closed                                     | UNREACHABLE
            220 hi;250 hi;451 later                        | REFUSED
            220 hi;250 hi;250 ok;550 no such user          | ADDRESS
            220 hi;250 hi;250 ok;450 greylisted            | REFUSED
            220 hi;250 hi;250 ok;250 ok;354 go             | UNCERTAIN
            220 hi;250 hi;250 ok;250 ok;354 go;452 full    | REFUSED
            220 hi;250 hi;250 ok;250 ok;354 go;250 ok      | SENT""")
    void what_the_server_says_decides_whether_it_is_tried_again(String answers, Fate fate) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> talk(listening, List.of(answers.split(";"))));
            assertThat(carried(listening.getLocalPort())).isEqualTo(fate);
            server.join();
        }
    }

    @Test
    void mail_is_off_without_a_server_a_sender_or_an_address_to_come_to() {
        Optional<String> some = Optional.of("x");
        Optional<String> none = Optional.empty();
        assertThat(new MailSettings(some, 25, some, false, some).isOn()).isTrue();
        assertThat(new MailSettings(none, 25, some, false, some).isOn()).isFalse();
        assertThat(new MailSettings(some, 25, none, false, some).isOn()).isFalse();
        assertThat(new MailSettings(some, 25, some, false, none).isOn()).isFalse();
    }

    private static Fate carried(int port) {
        return new MailServer(settings(port)).carry(new Letter(new UUID(3, 3), "x@y.test", "s", "t"));
    }

    private static MailSettings settings(int port) {
        return new MailSettings(Optional.of("127.0.0.1"), port, Optional.of("pumpurs@valsts.test"), false,
                Optional.of("http://pumpurs.test"));
    }

    private static void talk(ServerSocket listening, List<String> answers) {
        try (Socket socket = listening.accept();
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            for (String answer : answers) {
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                String end = answer.startsWith("354") ? "\r\n.\r\n" : "\r\n";
                StringBuilder heard = new StringBuilder();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    heard.append((char) next);
                    if (heard.toString().endsWith(end)) {
                        break;
                    }
                }
            }
            // the last answer may have been followed by a polite farewell
        } catch (IOException ended) {
            // by the other side
        }
    }
}
