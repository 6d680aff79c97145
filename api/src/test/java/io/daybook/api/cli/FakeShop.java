package io.daybook.api.cli;

import io.daybook.api.cli.FakeInstance.Answer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Orders and stock with just the rules that an import meets. */
final class FakeShop {

    private static final Answer NOT_FOUND = new Answer(404, Map.of("code", "not-found"));

    private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
    private final Map<String, Stock> stock = new LinkedHashMap<>();
    private boolean searchBehind;

    /** What is there of one product. */
    record Stock(long available, int reorderPoint, long version) {}

    synchronized List<ObjectNode> orders() {
        return List.copyOf(orders.values());
    }

    synchronized @Nullable Stock stockOf(String sku) {
        return stock.get(sku);
    }

    /** As if the read model had not seen a single order yet. */
    synchronized void fallBehind() {
        searchBehind = true;
    }

    synchronized Answer search(String query) {
        var found =
                orders.values().stream()
                        .filter(order ->
                                query.startsWith(
                                        "reference=" + order.path("reference").asString() + "&"))
                        .toList();
        return new Answer(200, Map.of("items", searchBehind ? List.of() : found));
    }

    /** The first look at an order finds it undecided. */
    synchronized Answer order(String id) {
        var order = orders.get(id);
        if (order == null) {
            return NOT_FOUND;
        }
        var answer = order.deepCopy();
        if (order.path("status").asString().equals("PLACED")) {
            decide(order);
        }
        return new Answer(200, answer);
    }

    synchronized Answer place(JsonNode request) {
        if (request.path("customerId").asString().equals("REFUSED")) {
            return new Answer(
                    400,
                    Map.of(
                            "code",
                            "invalid-request",
                            "title",
                            "Invalid",
                            "errors",
                            List.of(Map.of("pointer", "/customerId", "message", "is refused"))));
        }
        var order = (ObjectNode) request.deepCopy();
        var id = "ord_" + (orders.size() + 1);
        order.put("orderId", id).put("status", "PLACED");
        int number = 0;
        for (var line : order.path("lines")) {
            ((ObjectNode) line)
                    .put("lineId", Integer.toString(++number))
                    .put("shipped", 0)
                    .put("cancelled", 0);
        }
        order.set("totals", totals(order));
        orders.put(id, order);
        return new Answer(201, Map.of("orderId", id, "status", "PLACED", "version", 1));
    }

    synchronized Answer ship(String id, JsonNode request) {
        var order = orders.get(id);
        if (order == null) {
            return NOT_FOUND;
        }
        for (var shipped : request.path("lines")) {
            for (var line : order.path("lines")) {
                if (line.path("lineId").equals(shipped.path("lineId"))) {
                    ((ObjectNode) line)
                            .put(
                                    "shipped",
                                    line.path("shipped").asInt()
                                            + shipped.path("quantity").asInt());
                }
            }
        }
        order.put("status", "IN_FULFILMENT");
        return new Answer(201, Map.of("orderId", id, "shipmentId", "shp_1"));
    }

    synchronized Answer stock(String sku) {
        var item = stock.get(sku);
        return item == null ? NOT_FOUND : new Answer(200, item);
    }

    synchronized Answer receive(String sku, JsonNode request) {
        var item = stock.getOrDefault(sku, new Stock(0, 0, 0));
        return put(
                sku,
                new Stock(
                        item.available() + request.path("quantity").asLong(),
                        item.reorderPoint(),
                        item.version() + 1));
    }

    synchronized Answer reorderAt(String sku, JsonNode request) {
        var item = stock.get(sku);
        return item == null
                ? NOT_FOUND
                : put(
                        sku,
                        new Stock(
                                item.available(),
                                request.path("reorderPoint").asInt(),
                                item.version() + 1));
    }

    private Answer put(String sku, Stock item) {
        stock.put(sku, item);
        return new Answer(200, Map.of("version", item.version()));
    }

    private void decide(ObjectNode order) {
        boolean enough = true;
        for (var line : order.path("lines")) {
            var item = stock.get(line.path("sku").asString());
            enough &= item != null && item.available() >= line.path("quantity").asLong();
        }
        order.put("status", enough ? "CONFIRMED" : "REJECTED");
        if (enough) {
            for (var line : order.path("lines")) {
                stock.computeIfPresent(
                        line.path("sku").asString(),
                        (_, item) ->
                                new Stock(
                                        item.available() - line.path("quantity").asLong(),
                                        item.reorderPoint(),
                                        item.version() + 1));
            }
        }
    }

    private static ObjectNode totals(JsonNode order) {
        var items = BigDecimal.ZERO;
        var discount = BigDecimal.ZERO;
        for (var line : order.path("lines")) {
            items =
                    items.add(
                            new BigDecimal(line.path("unitPrice").asString())
                                    .multiply(BigDecimal.valueOf(line.path("quantity").asLong())));
            discount = discount.add(new BigDecimal(line.path("discount").asString()));
        }
        var shipping = new BigDecimal(order.path("shippingFee").asString());
        return JsonMapper.shared()
                .createObjectNode()
                .put("items", items.toPlainString())
                .put("discount", discount.toPlainString())
                .put("shipping", shipping.toPlainString())
                .put("total", items.subtract(discount).add(shipping).toPlainString());
    }
}
