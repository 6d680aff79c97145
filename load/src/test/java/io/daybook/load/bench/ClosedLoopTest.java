package io.daybook.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final ClosedLoop.Operation READ =
            new ClosedLoop.Operation(
                    (requests, number) -> requests.get("/" + number),
                    reply -> reply.status() == 200);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/",
                exchange -> {
                    int number = asked.incrementAndGet();
                    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    sleep();
                    atOnce.decrementAndGet();
                    if (number % 10 == 0) {
                        // No answer at all: the connection breaks.
                        exchange.close();
                    } else {
                        exchange.sendResponseHeaders(number % 5 == 0 ? 503 : 200, -1);
                        exchange.close();
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyClientWaitsForItsAnswerAndFailuresAreCounted() {
        var target =
                new Target(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "none");

        var result = new ClosedLoop(target, 4).run(Duration.ofMillis(500), READ);

        assertThat(mostAtOnce).hasValue(4);
        assertThat(result.latencies().count() + result.failed()).isEqualTo(asked.get());
        assertThat(result.failed()).isEqualTo(asked.get() / 5);
        assertThat(result.latencies().millis(0.01)).isGreaterThanOrEqualTo(5);
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
