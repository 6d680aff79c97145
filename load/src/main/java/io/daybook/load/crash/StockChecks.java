package io.daybook.load.crash;

import io.daybook.load.crash.Command.Kind;
import io.daybook.load.crash.Evidence.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Units that come in, are promised and leave: told by the log, the documents and the ledger. */
final class StockChecks {

    private StockChecks() {}

    private static final class Units {
        long onHand;
        long committed;
        final Map<String, Long> open = new HashMap<>();

        long reserved() {
            return open.values().stream().mapToLong(Long::longValue).sum();
        }

        void apply(Event event) {
            switch (event.type()) {
                case "StockReceived" -> onHand += event.quantity();
                case "StockReserved" ->
                        open.merge(event.reservationId(), event.quantity(), Long::sum);
                case "ReservationReleased", "ReservationReduced" ->
                        open.merge(event.reservationId(), -event.quantity(), Long::sum);
                case "ReservationCommitted" -> {
                    open.merge(event.reservationId(), -event.quantity(), Long::sum);
                    onHand -= event.quantity();
                    committed += event.quantity();
                }
                default -> {
                    // Registered, or its limits changed: moves no units.
                }
            }
        }
    }

    /**
     * At no moment in the whole log; the items of these tests have no safety stock or backorders.
     */
    static List<String> oversold(Evidence evidence) {
        var found = new ArrayList<String>();
        var items = new HashMap<String, Units>();
        var reserved = new HashMap<String, Long>();
        for (Event event : evidence.log()) {
            if (!"stock-item".equals(event.entityType())) {
                continue;
            }
            Units units = items.computeIfAbsent(event.entityId(), _ -> new Units());
            units.apply(event);
            long promised = reserved.merge(event.entityId(), promisedBy(event), Long::sum);
            long open = units.open.getOrDefault(event.reservationId(), 0L);
            if (units.onHand < 0 || promised > units.onHand || open < 0) {
                found.add(
                        "%s at version %d: %d on hand, %d reserved, %d left of %s"
                                .formatted(
                                        event.entityId(),
                                        event.version(),
                                        units.onHand,
                                        promised,
                                        open,
                                        event.reservationId()));
            }
        }
        return found;
    }

    private static long promisedBy(Event event) {
        return switch (event.type()) {
            case "StockReserved" -> event.quantity();
            case "ReservationReleased", "ReservationReduced", "ReservationCommitted" ->
                    -event.quantity();
            default -> 0;
        };
    }

    /** Documents against the log, and promises against those to whom they were made. */
    static List<String> differences(Evidence evidence) {
        var folded = new TreeMap<String, Units>();
        for (Event event : evidence.log()) {
            if ("stock-item".equals(event.entityType())) {
                folded.computeIfAbsent(sku(event.entityId()), _ -> new Units()).apply(event);
            }
        }
        Map<String, Long> held = heldDirectly(evidence);
        var shipped = new HashMap<String, Long>();
        for (JsonNode order : evidence.before().orders()) {
            for (JsonNode line : order.path("lines")) {
                String sku = line.path("sku").asString();
                held.merge(sku, line.path("reserved").asLong(), Long::sum);
                shipped.merge(sku, line.path("shipped").asLong(), Long::sum);
            }
        }
        var found = new ArrayList<String>();
        for (JsonNode item : evidence.before().stock()) {
            String sku = item.path("sku").asString();
            Units units = folded.getOrDefault(sku, new Units());
            differs(found, sku + " on hand", item.path("onHand").asLong(), units.onHand);
            differs(found, sku + " reserved", item.path("reserved").asLong(), units.reserved());
            differs(found, sku + " promised", held.getOrDefault(sku, 0L), units.reserved());
            differs(found, sku + " shipped", shipped.getOrDefault(sku, 0L), units.committed);
        }
        return found;
    }

    /** By the ledger: what callers reserved for themselves and did not release. */
    private static Map<String, Long> heldDirectly(Evidence evidence) {
        var held = new HashMap<String, Long>();
        for (Ledger.Entry entry : evidence.ledger().values()) {
            Command command = entry.command();
            if (entry.accepted() && command.kind() == Kind.RESERVE) {
                held.merge(command.subject(), (long) command.quantity(), Long::sum);
            } else if (entry.accepted() && command.kind() == Kind.RELEASE) {
                held.merge(command.subject(), -(long) command.quantity(), Long::sum);
            }
        }
        return held;
    }

    private static void differs(List<String> found, String what, long told, long logged) {
        if (told != logged) {
            found.add("%s: %d, by the log %d".formatted(what, told, logged));
        }
    }

    private static String sku(String entityId) {
        return entityId.substring(entityId.lastIndexOf(':') + 1);
    }
}
