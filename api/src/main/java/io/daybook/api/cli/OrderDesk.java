package io.daybook.api.cli;

import io.daybook.domain.shared.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings single orders to where the files say they are, from wherever the instance has them. */
final class OrderDesk {

    private static final String ORDERS = "/api/v1/orders";
    private static final Duration DECISION = Duration.ofSeconds(90);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

    private final Instance instance;
    private final Location location;
    private final Currency currency;
    private final Keys keys;
    private final Map<String, String> names;

    /** Takes the product names by SKU. */
    OrderDesk(
            Instance instance,
            Location location,
            Currency currency,
            Keys keys,
            Map<String, String> names) {
        this.instance = instance;
        this.location = location;
        this.currency = currency;
        this.keys = keys;
        this.names = Map.copyOf(names);
    }

    Currency currency() {
        return currency;
    }

    /** What became of one order. */
    record Outcome(boolean placedNow, Standing.Fate fate, Standing order) {}

    /** The id of the order that has this reference already; waits until that order is decided. */
    Optional<String> find(SalesOrder order) {
        var path = "%s?reference=%s&limit=1".formatted(ORDERS, Instance.encoded(order.reference()));
        var items = instance.get(path, Map.of()).orFail().body().path("items");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var found = new Standing(items.path(0));
        if (found.undecided()) {
            decided(
                    order,
                    found.orderId(),
                    null); // its stock must be off the shelf before that is looked at
        }
        return Optional.of(found.orderId());
    }

    Outcome bringUpToDate(SalesOrder order, @Nullable String knownId) {
        if (knownId != null) {
            return finished(order, false, decided(order, knownId, null));
        }
        var placed = place(order);
        boolean repeated = placed.headers().firstValue("Idempotency-Replayed").isPresent();
        var decided = decided(order, placed.text("orderId"), placed.consistency().orElse(null));
        return finished(order, !repeated, decided);
    }

    private Outcome finished(SalesOrder order, boolean placedNow, Standing decided) {
        if (order.shipped() && decided.shippable()) {
            ship(order, decided);
            return new Outcome(placedNow, Standing.Fate.SHIPPED, decided);
        }
        return new Outcome(placedNow, decided.fate(), decided);
    }

    private Reply place(SalesOrder order) {
        var body = new LinkedHashMap<String, Object>();
        body.put("customerId", order.customerId().value());
        body.put("currency", currency.getCurrencyCode());
        body.put("lines", lines(order));
        if (!order.details().address().isEmpty()) {
            body.put("shippingAddress", order.details().address());
        }
        body.put("shippingFee", order.shippingFee().toPlainString());
        body.put("payment", Map.of("method", "sandbox", "token", "tok_approve"));
        body.put("reference", order.reference());
        body.put("metadata", order.details().metadata());
        var headers =
                Map.of("Idempotency-Key", keys.of("order", order.reference()), "Prefer", "wait=20");
        return instance.post(ORDERS, body, headers).orFail();
    }

    private List<Map<String, Object>> lines(SalesOrder order) {
        return order.lines().stream()
                .map(line ->
                        Map.<String, Object>of(
                                "sku", line.sku().value(),
                                "name", names.getOrDefault(line.sku().value(), line.sku().value()),
                                "quantity", line.quantity(),
                                "unitPrice", line.unitPrice().toPlainString(),
                                "discount", line.discount(currency).toPlainString(),
                                "location", location.value()))
                .toList();
    }

    /**
     * Asks until the order is confirmed or rejected; a read model that is behind may not know it
     * yet.
     */
    private Standing decided(SalesOrder order, String orderId, @Nullable String consistency) {
        var headers =
                consistency == null
                        ? Map.<String, String>of()
                        : Map.of("Consistency-Token", consistency, "Prefer", "wait=20");
        var deadline = Instant.now().plus(DECISION);
        for (var poll = Duration.ofMillis(25); ; poll = longer(poll)) {
            var reply = instance.get(ORDERS + '/' + orderId, headers);
            if (reply.status() != 404) {
                var standing = new Standing(reply.orFail().body());
                if (!standing.undecided()) {
                    return standing;
                }
            }
            if (Instant.now().isAfter(deadline)) {
                throw new Failure(
                        "order %s (%s) is still not confirmed or rejected; run the import again later"
                                .formatted(order.reference(), orderId));
            }
            Instance.pause(poll);
        }
    }

    private static Duration longer(Duration poll) {
        var twice = poll.multipliedBy(2);
        return twice.compareTo(LONGEST_POLL) < 0 ? twice : LONGEST_POLL;
    }

    private void ship(SalesOrder order, Standing confirmed) {
        var body = new LinkedHashMap<String, Object>();
        body.put("lines", confirmed.openLines());
        body.put("location", location.value());
        if (!order.details().carrier().isEmpty()) {
            body.put("carrier", order.details().carrier());
        }
        instance.post(
                        ORDERS + '/' + confirmed.orderId() + "/shipments",
                        body,
                        Map.of("Idempotency-Key", keys.of("shipment", order.reference())))
                .orFail();
    }
}
