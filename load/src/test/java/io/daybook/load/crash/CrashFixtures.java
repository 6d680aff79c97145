package io.daybook.load.crash;

import static java.util.Objects.requireNonNull;

import io.daybook.load.crash.Command.Kind;
import io.daybook.load.crash.Evidence.Event;
import io.daybook.load.crash.Evidence.ReadModels;
import io.daybook.load.crash.Ledger.Answer;
import io.daybook.load.crash.Ledger.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small run that is all right: ten units received, two reserved by a caller, one order of three
 * that was shipped. Tests spoil one thing each.
 */
final class CrashFixtures {

    static final String STOCK = "stk_t:main:TEA";
    static final String ORDER = "ord_1";
    static final String PAYMENT = "pay_1";

    final Map<String, Entry> ledger = new LinkedHashMap<>();
    final List<Event> log = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    String order = order("IN_FULFILMENT", 0, 3);
    String stock = "{\"sku\":\"TEA\",\"onHand\":7,\"reserved\":2,\"version\":5}";
    String payment = payment("CAPTURED", "30.00", "30.00", "0.00", "0.00");
    String rebuiltOrder = order;
    long parked;

    CrashFixtures() {
        answered("receive", Kind.RECEIVE, 10, "{\"version\":2}");
        answered("reserve", Kind.RESERVE, 2, "{\"version\":3}");
        answered("place", Kind.PLACE, 0, "{\"version\":1}");
        answered("ship", Kind.SHIP, 0, "{\"version\":2}");
        stock(1, "StockItemRegistered", "demo", "receive", 0, "");
        stock(2, "StockReceived", "demo", "receive", 10, "");
        stock(3, "StockReserved", "demo", "reserve", 2, "res_a");
        event("order", ORDER, 1, "OrderPlaced", "demo", "place", 0, "");
        stock(4, "StockReserved", "process:reserve-1", "place", 3, "res_b");
        event("payment", PAYMENT, 1, "PaymentAuthorised", "process:outcome", "place", 0, "");
        event("order", ORDER, 2, "LinesShipped", "demo", "ship", 0, "");
        stock(5, "ReservationCommitted", "process:commit-1", "ship", 3, "res_b");
    }

    void answered(String key, Kind kind, int quantity, String body) {
        var answers = new ArrayList<>(List.of(new Answer(200, body)));
        ledger.put(key, new Entry(new Command(key, kind, "/", "{}", "TEA", quantity), answers));
    }

    List<Answer> answersTo(String key) {
        return requireNonNull(ledger.get(key)).answers();
    }

    void refused(String key, Kind kind) {
        var answers = new ArrayList<>(List.of(new Answer(409, "{}")));
        ledger.put(key, new Entry(new Command(key, kind, "/", "{}", "TEA", 1), answers));
    }

    void stock(long version, String type, String actor, String key, long quantity, String promise) {
        event("stock-item", STOCK, version, type, actor, key, quantity, promise);
    }

    void event(
            String entity,
            String id,
            long version,
            String type,
            String actor,
            String key,
            long quantity,
            String reservation) {
        log.add(
                new Event(
                        log.size() + 1L,
                        entity,
                        id,
                        version,
                        type,
                        actor,
                        key,
                        quantity,
                        reservation));
    }

    static String order(String status, int reserved, int shipped) {
        return """
        {"orderId":"%s","status":"%s","lines":[{"sku":"TEA","reserved":%d,"shipped":%d,"unitPrice":"10.00"}],
         "totals":{"total":"30.00"},"version":2}\
        """
                .formatted(ORDER, status, reserved, shipped);
    }

    static String payment(
            String status, String authorised, String captured, String refunded, String voided) {
        return """
        {"paymentId":"%s","orderId":"%s","status":"%s","authorised":"%s","captured":"%s","refunded":"%s",
         "voided":"%s","pendingOperations":{},"version":1}\
        """
                .formatted(PAYMENT, ORDER, status, authorised, captured, refunded, voided);
    }

    Evidence evidence() {
        return new Evidence(ledger, log, models(order), models(rebuiltOrder), parked, faults);
    }

    private ReadModels models(String orderText) {
        return new ReadModels(documents(orderText), documents(stock), documents(payment));
    }

    private static List<JsonNode> documents(String text) {
        return text.isEmpty() ? List.of() : List.of(JsonMapper.shared().readTree(text));
    }
}
