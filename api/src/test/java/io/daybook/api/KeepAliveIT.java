package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A client that sends its next request as soon as it has read the last answer. Reactor Netty up to
 * 1.3.7 lost about one such answer in a hundred: it stopped reading the connection.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeepAliveIT {

    private static final int REQUESTS = 2_000;
    private static final int PATIENCE_MILLIS = 5_000;

    private final DaybookServer daybook = DaybookServer.start();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void everyRequestOfOneConnectionIsAnswered() throws IOException {
        String token = daybook.token("demo", "orders:read");
        byte[] request =
                """
                GET /api/v1/orders HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                \r
                """
                        .formatted(token)
                        .getBytes(StandardCharsets.US_ASCII);
        int answered = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), daybook.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < REQUESTS; i++) {
                socket.getOutputStream().write(request);
                assertThat(readAnswer(in)).as("answer %s", i).startsWith("HTTP/1.1 200");
                answered++;
            }
        }
        assertThat(answered).isEqualTo(REQUESTS);
    }

    /** The status line; the rest of the answer is read and dropped. */
    private static String readAnswer(InputStream in) throws IOException {
        String status = readLine(in);
        int length = 0;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
