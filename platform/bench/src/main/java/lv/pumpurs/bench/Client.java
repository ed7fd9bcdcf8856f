package lv.pumpurs.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection that knows as much HTTP as our server speaks. The JDK's client would take as much of the
 * machine as the server that it measures.
 */
final class Client implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int SHOWN = 300;
    /** The server gives up a connection that is quiet for 30 s. */
    private static final long QUIET_NANOS = 15_000_000_000L;

    private final int port;
    private Socket socket;
    private BufferedInputStream in;
    private byte[] body = new byte[1 << 16];
    private int length;
    private long used = System.nanoTime();

    Client(int port) throws IOException {
        this.port = port;
        this.socket = connect();
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private Socket connect() throws IOException {
        Socket made = new Socket(InetAddress.getLoopbackAddress(), port);
        made.setTcpNoDelay(true);
        made.setSoTimeout(PATIENCE_MILLIS);
        return made;
    }

    /** Sends a request and reads the whole answer; refuses any but a 2xx: a failure measured as fast would be a lie. */
    void ask(String request) throws IOException {
        if (System.nanoTime() - used > QUIET_NANOS) {
            again();
        }
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        int status = Integer.parseInt(line().substring(9, 12));
        int announced = -1;
        boolean close = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                announced = Integer.parseInt(lower.substring(15).strip());
            }
            close |= lower.startsWith("connection:") && lower.contains("close");
        }
        length = 0;
        if (announced >= 0) {
            take(announced);
        } else if (status != 204) {
            for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
                take(chunk);
                line();
            }
            line();
        }
        if (status / 100 != 2) {
            throw new IOException(status + " to " + request.lines().findFirst().orElse("") + ": "
                    + body().substring(0, Math.min(SHOWN, body().length())));
        }
        if (close) {
            again();
        }
        used = System.nanoTime();
    }

    private void again() throws IOException {
        socket.close();
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    String body() {
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    int length() {
        return length;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private void take(int bytes) throws IOException {
        if (body.length < length + bytes) {
            body = java.util.Arrays.copyOf(body, Math.max(body.length * 2, length + bytes));
        }
        if (in.readNBytes(body, length, bytes) < bytes) {
            throw new EOFException("the server closed in the middle of an answer");
        }
        length += bytes;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
