package io.daybook.load.crash;

import io.daybook.load.crash.Evidence.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The read models against what a rebuild makes of the log, and against the log itself. */
final class ReadModelChecks {

    private ReadModelChecks() {}

    /** Character by character, in the order of the lists. */
    static List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        compare("orders", evidence.before().orders(), evidence.rebuilt().orders(), found);
        compare("stock", evidence.before().stock(), evidence.rebuilt().stock(), found);
        compare("payments", evidence.before().payments(), evidence.rebuilt().payments(), found);
        return found;
    }

    private static void compare(
            String model, List<JsonNode> before, List<JsonNode> rebuilt, List<String> found) {
        if (before.size() != rebuilt.size()) {
            found.add(
                    "%s: %d documents, %d after the rebuild"
                            .formatted(model, before.size(), rebuilt.size()));
        }
        for (int i = 0; i < Math.min(before.size(), rebuilt.size()); i++) {
            String one = before.get(i).toString();
            String other = rebuilt.get(i).toString();
            if (!one.equals(other)) {
                found.add("%s: %s became %s".formatted(model, one, other));
            }
        }
    }

    /** Every entity of the log has its document, made of all of its events. */
    static List<String> behindTheLog(Evidence evidence) {
        var versions = new HashMap<String, Long>();
        for (JsonNode order : evidence.before().orders()) {
            put(versions, order.path("orderId").asString(), order);
        }
        for (JsonNode payment : evidence.before().payments()) {
            put(versions, payment.path("paymentId").asString(), payment);
        }
        for (JsonNode item : evidence.before().stock()) {
            put(versions, ":main:" + item.path("sku").asString(), item);
        }
        var logged = new HashMap<String, Long>();
        for (Event event : evidence.log()) {
            logged.merge(documentId(event.entityId()), 1L, Long::sum);
        }
        var found = new ArrayList<String>();
        logged.forEach((id, events) -> {
            long version = versions.getOrDefault(id, 0L);
            if (version != events) {
                found.add("%s: version %d of %d events".formatted(id, version, events));
            }
        });
        return found;
    }

    private static void put(Map<String, Long> versions, String id, JsonNode document) {
        versions.put(id, document.path("version").asLong());
    }

    /** A stock item's id names its tenant, its document does not. */
    private static String documentId(String entityId) {
        int at = entityId.indexOf(":main:");
        return at < 0 ? entityId : entityId.substring(at);
    }
}
