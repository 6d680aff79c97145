package io.daybook.load.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Selector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private ServerSocket server;
    private Wire wire;
    private Socket other;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        wire = new Wire("127.0.0.1", server.getLocalPort());
        other = server.accept();
        other.setTcpNoDelay(true);
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        other.close();
        server.close();
    }

    @Test
    void anAnswerThatComesInPiecesIsPutTogether() throws IOException {
        arrives("HTTP/1.1 201 Created\r\nconte");
        assertThat(wire.receive()).isNull();
        arrives("nt-length: 5\r\nA: b\r\n\r\n12");
        assertThat(wire.receive()).isNull();
        arrives("345");
        assertThat(wire.receive()).isEqualTo(new Reply(201, "12345", ""));
    }

    @Test
    void oneConnectionTakesOneAnswerAfterTheOther() throws IOException {
        for (String body : new String[] {"first", "", "x".repeat(100_000)}) {
            arrives("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            Reply reply = null;
            while (reply == null) {
                reply = wire.receive();
            }
            assertThat(reply).isEqualTo(new Reply(200, body, ""));
        }
    }

    @Test
    void aConnectionThatIsClosedIsAnError() throws IOException {
        other.close();
        awaitInput();
        assertThatThrownBy(wire::receive).isInstanceOf(EOFException.class);
    }

    private void arrives(String text) throws IOException {
        other.getOutputStream().write(text.getBytes(UTF_8));
        awaitInput();
    }

    private void awaitInput() throws IOException {
        try (Selector selector = Selector.open()) {
            wire.tell(selector, wire);
            assertThat(selector.select(5000)).isEqualTo(1);
        }
    }
}
