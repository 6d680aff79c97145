package io.daybook.load.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.load.http.LightClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client notes down of answers that it does not take for an answer. */
class ClientTest {

    private static final String ACCEPTED = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private static final Scenario SCENARIO =
            new Scenario("client", 1, List.of(), 0, 0, Stage.Kind.PLAIN);

    @TempDir Path folder;

    private final Tally tally = new Tally(1);
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aCommandThatWasPutOffIsCountedAndSentAgain() throws IOException, InterruptedException {
        send("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 2\r\n\r\n{}", ACCEPTED);
        assertThat(tally.putOffs()).isOne();
        assertThat(tally.faults()).isEmpty();
        assertThat(tally.late()).isEmpty();
        assertThat(tally.accepted()).isOne();
    }

    @Test
    void anotherErrorOfOursIsAFault() throws IOException, InterruptedException {
        send("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 2\r\n\r\n{}", ACCEPTED);
        assertThat(tally.faults()).hasSize(1);
        assertThat(tally.putOffs()).isZero();
    }

    @Test
    void anAnswerThatDoesNotComeIsLate() throws IOException, InterruptedException {
        send("", ACCEPTED);
        assertThat(tally.late()).hasSize(1);
        assertThat(tally.accepted()).isOne();
    }

    /** One connection for each answer. */
    private void send(String... answers) throws IOException, InterruptedException {
        Thread.ofVirtual().start(() -> answer(answers));
        var http = new LightClient("127.0.0.1", server.getLocalPort(), "", 300);
        tally.undisturbed();
        try (var ledger = Ledger.create(folder.resolve("ledger"))) {
            new Client(http, new Shopper("c", 1), ledger, tally, 1, SCENARIO).call();
        }
    }

    private void answer(String... answers) {
        try {
            for (String answer : answers) {
                var caller = server.accept();
                if (answer.isEmpty()) {
                    continue; // left open
                }
                caller.getInputStream().read(new byte[8192]);
                caller.getOutputStream().write(answer.getBytes(US_ASCII));
                caller.shutdownOutput();
            }
        } catch (IOException e) {
            // The test sees it by its own socket.
        }
    }
}
