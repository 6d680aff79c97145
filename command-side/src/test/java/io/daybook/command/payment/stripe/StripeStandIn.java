package io.daybook.command.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Stripe of our own that remembers intents, refunds and idempotency keys, and that can be told to
 * lose its answers.
 */
final class StripeStandIn implements AutoCloseable {

    /** A request as it arrived. */
    record Call(String method, String path, Map<String, String> params, @Nullable String key) {}

    private record Stored(Map<String, String> params, int status, String body) {}

    private record Reply(int status, Map<String, Object> body) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TOO_LONG = Duration.ofSeconds(2);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, Object>> intents = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> refunds = new LinkedHashMap<>();
    private final Map<String, Stored> keys = new HashMap<>();
    private final Deque<Reply> failures = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean loses = new AtomicBoolean();
    private final AtomicBoolean neverHears = new AtomicBoolean();
    private boolean takesSeveralCaptures = true;

    StripeStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Call> calls() {
        return calls;
    }

    List<Call> calls(String method, String path) {
        return calls.stream()
                .filter(call -> call.method.equals(method) && call.path.endsWith(path))
                .toList();
    }

    /** The next request is carried out, and its answer never arrives. */
    void loseNextAnswer() {
        loses.set(true);
    }

    /** The next request is not carried out, and not answered either. */
    void loseNextRequest() {
        neverHears.set(true);
    }

    void failNext(int status, String type, @Nullable String code) {
        failures.add(error(status, type, code, null));
    }

    void takesOneCaptureOnly() {
        takesSeveralCaptures = false;
    }

    synchronized long received(String intent) {
        return number(known(intent), "amount_received");
    }

    synchronized int intents() {
        return intents.size();
    }

    synchronized int refunds() {
        return refunds.size();
    }

    synchronized String json(String intent) {
        return JSON.writeValueAsString(known(intent));
    }

    private Map<String, Object> known(String intent) {
        return Objects.requireNonNull(intents.get(intent), intent);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String raw = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var params = parse(raw == null ? body : raw);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        calls.add(new Call(exchange.getRequestMethod(), path, params, key));
        if (neverHears.getAndSet(false)) {
            silence(exchange);
            return;
        }
        Reply failure = failures.poll();
        Stored answer =
                failure == null
                        ? answer(exchange.getRequestMethod(), path, params, key)
                        : new Stored(params, failure.status, JSON.writeValueAsString(failure.body));
        if (loses.getAndSet(false)) {
            silence(exchange);
            return;
        }
        byte[] bytes = answer.body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void silence(HttpExchange exchange) {
        try {
            Thread.sleep(TOO_LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private synchronized Stored answer(
            String method, String path, Map<String, String> params, @Nullable String key) {
        Stored before = key == null || method.equals("GET") ? null : keys.get(key);
        if (before != null) {
            return before.params.equals(params)
                    ? before
                    : stored(params, error(400, "idempotency_error", null, null));
        }
        Stored now = stored(params, reply(method, path, params));
        if (key != null) {
            keys.put(key, now);
        }
        return now;
    }

    private static Stored stored(Map<String, String> params, Reply reply) {
        return new Stored(params, reply.status, JSON.writeValueAsString(reply.body));
    }

    private Reply reply(String method, String path, Map<String, String> params) {
        String[] parts = path.substring("/v1/".length()).split("/", -1);
        return switch (method + ' ' + parts[0] + (parts.length > 2 ? '/' + parts[2] : "")) {
            case "POST payment_intents" -> create(params);
            case "GET payment_intents" ->
                    parts[1].equals("search") ? search(params) : intent(parts[1]);
            case "POST payment_intents/capture" -> capture(parts[1], params);
            case "POST payment_intents/cancel" -> cancel(parts[1]);
            case "POST refunds" -> refund(params);
            case "GET refunds" -> listRefunds(params);
            default -> error(404, "invalid_request_error", "unknown_url", null);
        };
    }

    private Reply create(Map<String, String> params) {
        String method = params.getOrDefault("payment_method", "");
        if (method.equals("pm_card_declined")) {
            return error(402, "card_error", "card_declined", "insufficient_funds");
        }
        long amount = Long.parseLong(params.get("amount"));
        boolean action = method.equals("pm_card_authenticationRequired");
        var intent = new LinkedHashMap<String, Object>();
        intent.put("id", "pi_" + (intents.size() + 1));
        intent.put("object", "payment_intent");
        intent.put("amount", amount);
        intent.put("amount_capturable", action ? 0L : amount);
        intent.put("amount_received", 0L);
        intent.put("currency", params.get("currency"));
        intent.put("status", action ? "requires_action" : "requires_capture");
        intent.put("metadata", metadata(params));
        if (action) {
            intent.put(
                    "next_action",
                    Map.of(
                            "type",
                            "redirect_to_url",
                            "redirect_to_url",
                            Map.of("url", "https://stripe.example/3ds")));
        } else {
            intent.put("latest_charge", charge(intents.size() + 1));
        }
        intents.put((String) intent.get("id"), intent);
        return new Reply(200, intent);
    }

    private Map<String, Object> charge(int number) {
        return Map.of(
                "id",
                "ch_" + number,
                "object",
                "charge",
                "payment_method_details",
                Map.of(
                        "type",
                        "card",
                        "card",
                        Map.of(
                                "capture_before",
                                1_900_000_000L,
                                "multicapture",
                                Map.of(
                                        "status",
                                        takesSeveralCaptures ? "available" : "unavailable"))));
    }

    private Reply intent(String id) {
        var intent = intents.get(id);
        return intent == null
                ? error(404, "invalid_request_error", "resource_missing", null)
                : new Reply(200, intent);
    }

    private Reply search(Map<String, String> params) {
        String query = params.getOrDefault("query", "");
        var found =
                intents.values().stream()
                        .filter(intent ->
                                metadataOf(intent).values().stream()
                                        .anyMatch(value -> query.contains("'" + value + "'")))
                        .toList();
        return new Reply(200, Map.of("object", "search_result", "data", found, "has_more", false));
    }

    private Reply capture(String id, Map<String, String> params) {
        var intent = intents.get(id);
        if (intent == null || !text(intent, "status").equals("requires_capture")) {
            return error(400, "invalid_request_error", "payment_intent_unexpected_state", null);
        }
        long amount = Long.parseLong(params.get("amount_to_capture"));
        long left = number(intent, "amount_capturable") - amount;
        boolean more = "false".equals(params.get("final_capture"));
        intent.put("amount_received", number(intent, "amount_received") + amount);
        intent.put("amount_capturable", more ? left : 0L);
        intent.put("status", more ? "requires_capture" : "succeeded");
        var metadata = new LinkedHashMap<String, Object>(metadataOf(intent));
        metadata.putAll(metadata(params));
        intent.put("metadata", metadata);
        return new Reply(200, intent);
    }

    private Reply cancel(String id) {
        var intent = intents.get(id);
        if (intent == null || text(intent, "status").equals("canceled")) {
            return error(400, "invalid_request_error", "payment_intent_unexpected_state", null);
        }
        intent.put("amount_capturable", 0L);
        intent.put("status", "canceled");
        return new Reply(200, intent);
    }

    private Reply refund(Map<String, String> params) {
        var refund = new LinkedHashMap<String, Object>();
        refund.put("id", "re_" + (refunds.size() + 1));
        refund.put("object", "refund");
        refund.put("amount", Long.parseLong(params.get("amount")));
        refund.put("currency", "eur");
        refund.put("payment_intent", params.get("payment_intent"));
        refund.put("status", "succeeded");
        refund.put("metadata", metadata(params));
        refunds.put((String) refund.get("id"), refund);
        return new Reply(200, refund);
    }

    private Reply listRefunds(Map<String, String> params) {
        var found =
                refunds.values().stream()
                        .filter(refund ->
                                text(refund, "payment_intent").equals(params.get("payment_intent")))
                        .toList();
        return new Reply(200, Map.of("object", "list", "data", found, "has_more", false));
    }

    private static Map<String, Object> metadata(Map<String, String> params) {
        var metadata = new LinkedHashMap<String, Object>();
        params.forEach((name, value) -> {
            if (name.startsWith("metadata[")) {
                metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
        return metadata;
    }

    @SuppressWarnings("unchecked") // as create() made it
    private static Map<String, Object> metadataOf(Map<String, Object> intent) {
        return (Map<String, Object>) Objects.requireNonNull(intent.get("metadata"));
    }

    private static long number(Map<String, Object> object, String name) {
        return (long) Objects.requireNonNull(object.get(name));
    }

    private static String text(Map<String, Object> object, String name) {
        return String.valueOf(object.get(name));
    }

    private static Reply error(
            int status, String type, @Nullable String code, @Nullable String declineCode) {
        var error = new LinkedHashMap<String, Object>();
        error.put("type", type);
        error.put("message", type);
        if (code != null) {
            error.put("code", code);
        }
        if (declineCode != null) {
            error.put("decline_code", declineCode);
        }
        return new Reply(status, Map.of("error", error));
    }

    private static Map<String, String> parse(String form) {
        var params = new TreeMap<String, String>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                params.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return params;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
