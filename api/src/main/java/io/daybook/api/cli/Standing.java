package io.daybook.api.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An order as the instance has it. */
record Standing(JsonNode order) {

    /** How far an imported order got. */
    enum Fate {
        CONFIRMED,
        SHIPPED,
        REJECTED,
        /** Somebody else went on with it: cancelled it, or shipped a part. */
        OTHER
    }

    String orderId() {
        return order.path("orderId").asString("");
    }

    /** The fulfilment process is still at work. */
    boolean undecided() {
        return status().equals("PLACED");
    }

    boolean shippable() {
        return (status().equals("CONFIRMED") || status().equals("IN_FULFILMENT"))
                && !openLines().isEmpty();
    }

    List<Map<String, Object>> openLines() {
        var open = new ArrayList<Map<String, Object>>();
        for (var line : order.path("lines")) {
            int left = units(line, "quantity") - units(line, "cancelled") - units(line, "shipped");
            if (left > 0) {
                open.add(Map.of("lineId", line.path("lineId").asString(""), "quantity", left));
            }
        }
        return open;
    }

    Fate fate() {
        return switch (status()) {
            case "CONFIRMED" -> Fate.CONFIRMED;
            case "REJECTED" -> Fate.REJECTED;
            case "IN_FULFILMENT", "COMPLETED" -> openLines().isEmpty() ? Fate.SHIPPED : Fate.OTHER;
            default -> Fate.OTHER;
        };
    }

    int lineCount() {
        return order.path("lines").size();
    }

    BigDecimal total(String name) {
        return new BigDecimal(order.path("totals").path(name).asString("0"));
    }

    private String status() {
        return order.path("status").asString("");
    }

    private static int units(JsonNode line, String field) {
        return line.path(field).asInt(0);
    }
}
