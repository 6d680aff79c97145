package io.daybook.load.crash;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Orders and their money, when everything has come to rest. */
final class ProcessChecks {

    private static final Set<String> AT_REST =
            Set.of("CONFIRMED", "IN_FULFILMENT", "COMPLETED", "CANCELLED", "REJECTED");
    private static final Set<String> ENDED = Set.of("CANCELLED", "REJECTED");
    private static final Set<String> UNSETTLED = Set.of("CREATED", "IN_DOUBT");

    private ProcessChecks() {}

    static List<String> stuck(Evidence evidence) {
        var found = new ArrayList<String>();
        if (evidence.parked() > 0) {
            found.add(evidence.parked() + " events or reactions are still parked");
        }
        for (JsonNode order : evidence.before().orders()) {
            String status = order.path("status").asString();
            if (!AT_REST.contains(status)) {
                found.add(order.path("orderId").asString() + " is still " + status);
            }
        }
        for (JsonNode payment : evidence.before().payments()) {
            String status = payment.path("status").asString();
            if (UNSETTLED.contains(status) || !payment.path("pendingOperations").isEmpty()) {
                found.add(
                        "%s is still %s with %s pending"
                                .formatted(
                                        payment.path("paymentId").asString(),
                                        status,
                                        payment.path("pendingOperations")));
            }
        }
        return found;
    }

    static List<String> money(Evidence evidence) {
        var found = new ArrayList<String>();
        Map<String, List<JsonNode>> byOrder =
                evidence.before().payments().stream()
                        .collect(groupingBy(payment -> payment.path("orderId").asString()));
        for (JsonNode payment : evidence.before().payments()) {
            if (amount(payment, "authorised").compareTo(amount(payment, "captured")) < 0
                    || amount(payment, "captured").compareTo(amount(payment, "refunded")) < 0) {
                found.add("more captured than authorised, or refunded than captured: " + payment);
            }
        }
        for (JsonNode order : evidence.before().orders()) {
            String id = order.path("orderId").asString();
            compare(order, byOrder.getOrDefault(id, List.of()), found);
        }
        return found;
    }

    private static void compare(JsonNode order, List<JsonNode> payments, List<String> found) {
        String id = order.path("orderId").asString();
        String status = order.path("status").asString();
        BigDecimal held = sum(payments, "authorised");
        held = held.subtract(sum(payments, "voided")).subtract(sum(payments, "refunded"));
        BigDecimal total = amount(order.path("totals"), "total");
        if (held.compareTo(total) > 0) {
            found.add("%s: %s held for a total of %s".formatted(id, held, total));
        }
        if (ENDED.contains(status)) {
            if (held.signum() != 0) {
                found.add("%s is %s and holds %s".formatted(id, status, held));
            }
            for (JsonNode line : order.path("lines")) {
                if (line.path("reserved").asLong() != 0) {
                    found.add("%s is %s and reserves %s".formatted(id, status, line));
                }
            }
        }
        BigDecimal captured = sum(payments, "captured");
        BigDecimal shipped = shippedValue(order);
        if (captured.compareTo(shipped) != 0) {
            found.add("%s: %s captured for %s shipped".formatted(id, captured, shipped));
        }
    }

    /** Lines are shipped whole here, and have neither tax nor discount. */
    private static BigDecimal shippedValue(JsonNode order) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : order.path("lines")) {
            sum =
                    sum.add(
                            amount(line, "unitPrice")
                                    .multiply(BigDecimal.valueOf(line.path("shipped").asLong())));
        }
        return sum;
    }

    private static BigDecimal sum(List<JsonNode> payments, String field) {
        return payments.stream()
                .map(payment -> amount(payment, field))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asString("0"));
    }
}
