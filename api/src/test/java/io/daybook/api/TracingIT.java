package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.daybook.api.DaybookServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** With an endpoint set, one trace covers the request, its command and its events. */
class TracingIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<String> received = new CopyOnWriteArrayList<>();

    @Test
    void theSpansOfTheCommandBelongToTheTraceOfTheCaller() throws IOException {
        HttpServer collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    received.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.ISO_8859_1));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
        String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
        try (DaybookServer daybook =
                DaybookServer.start(
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + endpoint,
                        "--management.opentelemetry.tracing.export.schedule-delay=100ms")) {
            String token = daybook.token("demo", OrderJourneyIT.ALL);
            Answer answer =
                    daybook.post(
                            token,
                            "/api/v1/inventory/TRACED-1/main/receive",
                            "{\"quantity\":1}",
                            "traceparent",
                            "00-" + TRACE + "-00f067aa0ba902b7-01");
            assertThat(answer.status()).isEqualTo(200);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(spansOfTheTrace()).isGreaterThan(2));
            assertThat(String.join("", received)).contains("ReceiveStock", "http post");
            assertThat(
                            daybook.get(token, "/api/v1/inventory/TRACED-1/main/events")
                                    .text("/items/0/correlationId"))
                    .isEqualTo(TRACE);
        } finally {
            collector.stop(0);
        }
    }

    private int spansOfTheTrace() {
        String id = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
        return String.join("", received).split(java.util.regex.Pattern.quote(id), -1).length - 1;
    }
}
