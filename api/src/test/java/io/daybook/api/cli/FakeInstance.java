package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of the HTTP API that the commands use, on a port of its own, with a {@link FakeShop}
 * behind it.
 */
final class FakeInstance implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DEMO_CLIENT = "Basic ZGVtbzpkZW1vLXNlY3JldA==";

    private final HttpServer server;
    private final FakeShop shop = new FakeShop();
    private final Map<String, Answer> byKey = new HashMap<>();
    private final List<String> changes = new ArrayList<>();
    private String lastTokenForm = "";
    private int rebuildPolls;
    private int tokensIssued;
    private int busyAnswers;
    private int busyStatus;
    private boolean expireFirstToken;

    /** An answer before it is sent. */
    record Answer(int status, Object body) {}

    FakeInstance() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    FakeShop shop() {
        return shop;
    }

    /** The requests that changed something, without replays. */
    synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    synchronized String lastTokenForm() {
        return lastTokenForm;
    }

    synchronized int tokensIssued() {
        return tokensIssued;
    }

    synchronized void beBusy(int answers, int status) {
        busyAnswers = answers;
        busyStatus = status;
    }

    synchronized void expireFirstToken() {
        expireFirstToken = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try (exchange) {
            var answer = answer(exchange, body);
            var bytes = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Answer answer(HttpExchange exchange, String body) {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/actuator/health/readiness")) {
            return new Answer(200, Map.of("status", "UP"));
        }
        if (path.equals("/oauth2/token")) {
            return token(exchange, body);
        }
        if (!authorised(header(exchange, "Authorization"))) {
            return new Answer(
                    401, Map.of("code", "unauthorized", "detail", "The token is not valid."));
        }
        if (busyAnswers > 0) {
            busyAnswers--;
            exchange.getResponseHeaders().add("Retry-After", "0");
            return new Answer(busyStatus, Map.of("code", "busy"));
        }
        return exchange.getRequestMethod().equals("GET")
                ? get(path, query(exchange))
                : change(exchange, path, body);
    }

    private Answer token(HttpExchange exchange, String body) {
        lastTokenForm = URLDecoder.decode(body, UTF_8);
        boolean known = DEMO_CLIENT.equals(header(exchange, "Authorization"));
        if (!known || !lastTokenForm.contains("grant_type=client_credentials")) {
            return new Answer(401, Map.of("error", "invalid_client"));
        }
        tokensIssued++;
        return new Answer(
                200, Map.of("access_token", "token-" + tokensIssued, "token_type", "Bearer"));
    }

    private boolean authorised(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith("Bearer token-")
                && !(expireFirstToken && authorization.endsWith("-1"));
    }

    private Answer get(String path, String query) {
        var parts = path.split("/", -1);
        return switch (parts[3]) {
            case "orders" -> parts.length == 4 ? shop.search(query) : shop.order(parts[4]);
            case "inventory" -> shop.stock(parts[4]);
            case "projections" ->
                    rebuildPolls++ < 2
                            ? new Answer(
                                    200, Map.of("status", "RUNNING", "processed", 40, "total", 100))
                            : new Answer(
                                    200,
                                    Map.of(
                                            "status",
                                            "COMPLETED",
                                            "processed",
                                            100,
                                            "total",
                                            100,
                                            "eventsPerSecond",
                                            50));
            default -> new Answer(404, Map.of("code", "not-found"));
        };
    }

    private Answer change(HttpExchange exchange, String path, String body) {
        var key = header(exchange, "Idempotency-Key");
        if (key != null && byKey.containsKey(key)) {
            exchange.getResponseHeaders().add("Idempotency-Replayed", "true");
            return byKey.getOrDefault(key, new Answer(500, Map.of()));
        }
        var parts = path.split("/", -1);
        var request = JSON.readTree(body);
        var answer = changed(parts, request);
        if (answer.status() < 300) {
            changes.add(parts[parts.length - 1]);
            if (key != null) {
                byKey.put(key, answer);
            }
        }
        return answer;
    }

    private Answer changed(String[] parts, JsonNode request) {
        return switch (parts[parts.length - 1]) {
            case "orders" -> shop.place(request);
            case "shipments" -> shop.ship(parts[4], request);
            case "receive" -> shop.receive(parts[4], request);
            case "policy" -> shop.reorderAt(parts[4], request);
            case "rebuild" ->
                    parts[4].equals("orders")
                            ? new Answer(202, Map.of("rebuildId", "rb_1", "status", "RUNNING"))
                            : new Answer(
                                    404,
                                    Map.of(
                                            "code",
                                            "not-found",
                                            "detail",
                                            "There is no such projection."));
            default -> new Answer(404, Map.of("code", "not-found"));
        };
    }

    private static String query(HttpExchange exchange) {
        var query = exchange.getRequestURI().getQuery();
        return query == null ? "" : query;
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }
}
