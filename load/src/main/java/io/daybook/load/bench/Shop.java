package io.daybook.load.bench;

import io.daybook.load.bench.ClosedLoop.Operation;
import io.daybook.load.http.LightClient;
import io.daybook.load.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the clients of the benchmark ask for: many articles with plenty of stock, and a hot one. */
final class Shop {

    private static final int ARTICLES = 2000;
    private static final Pattern ORDER_ID = Pattern.compile("\"orderId\":\"(ord_[0-9a-f-]+)\"");

    private final Target target;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private List<String> orders = List.of();

    Shop(Target target) {
        this.target = target;
    }

    void stock() throws IOException {
        String plenty = "{\"quantity\":900000000}";
        target.post("/api/v1/inventory/HOT/main/receive", plenty);
        try (LightClient client = target.client()) {
            for (int article = 0; article < ARTICLES; article++) {
                client.post("/api/v1/inventory/B-" + article + "/main/receive", plenty);
            }
        }
    }

    /** Looks which orders there are to be read. */
    List<String> lookAtOrders() {
        Matcher found = ORDER_ID.matcher(target.get("/api/v1/orders?limit=20").body());
        orders = found.results().map(match -> match.group(1)).distinct().toList();
        return orders;
    }

    Operation read() {
        return new Operation(
                (requests, number) ->
                        requests.get(
                                "/api/v1/orders/" + orders.get((int) (number % orders.size()))),
                reply -> reply.status() == 200);
    }

    Operation receive() {
        return new Operation(
                (requests, number) ->
                        requests.post(
                                "/api/v1/inventory/B-" + number % ARTICLES + "/main/receive",
                                "{\"quantity\":1}",
                                "Idempotency-Key",
                                run + "-" + System.nanoTime() + "-" + number),
                Reply::accepted);
    }

    Operation reserveTheHotOne() {
        return new Operation(
                (requests, number) ->
                        requests.post(
                                "/api/v1/inventory/HOT/main/reservations",
                                "{\"quantity\":1}",
                                "Idempotency-Key",
                                run + "-hot-" + number),
                reply -> reply.status() == 201);
    }

    /** Answered when the order is confirmed, and the read model shows it. */
    Operation confirmedOrder() {
        return new Operation(
                (requests, number) ->
                        requests.post("/api/v1/orders", order(number), "Prefer", "wait=30"),
                reply -> reply.status() == 201 && reply.text("status").equals("CONFIRMED"));
    }

    private static String order(long number) {
        return "{\"customerId\":\"C-"
                + number % 1000
                + "\",\"currency\":\"EUR\",\"lines\":[{\"sku\":\"B-"
                + number % ARTICLES
                + "\",\"quantity\":1,\"unitPrice\":\"4.90\"}],"
                + "\"payment\":{\"method\":\"card\",\"token\":\"tok_approve\"}}";
    }
}
