package io.daybook.command.process;

import io.daybook.command.process.OrderBook.Stage;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.order.AddNote;
import io.daybook.domain.order.ArchiveOrder;
import io.daybook.domain.order.CancelLines;
import io.daybook.domain.order.CancelOrder;
import io.daybook.domain.order.CloseOrder;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.LineSerials;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.PaymentTerms;
import io.daybook.domain.order.PlaceHold;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.order.RecordDelivery;
import io.daybook.domain.order.RecordDeliveryFailure;
import io.daybook.domain.order.ReleaseHold;
import io.daybook.domain.order.ShipLines;
import io.daybook.domain.order.TransferCustomer;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.StoreCreditMethod;
import io.daybook.domain.payment.VoidPayment;
import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.NoteId;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ShipmentId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What people ask for. There are few orders, shelves and ids, so that requests meet each other and
 * repeat themselves.
 */
final class Callers {

    private static final int ORDERS = 8;
    static final Currency EUR = Currency.getInstance("EUR");

    private Callers() {}

    static void place(Simulation s, int a, int b, int c) {
        List<OrderLine> lines =
                IntStream.rangeClosed(1, 1 + b % 3)
                        .mapToObj(n ->
                                new OrderLine(
                                        line(n),
                                        item(b + n).sku(),
                                        null,
                                        1 + (c + n) % 4,
                                        eur("3.33"),
                                        eur(n == 2 ? "1.00" : "0.00"),
                                        new BigDecimal(n == 3 ? "0" : "0.19"),
                                        item(b + n).location()))
                        .toList();
        s.ask(
                new PlaceOrder(
                        order(a),
                        new CustomerId("C-1"),
                        lines,
                        null,
                        eur(c % 3 == 0 ? "4.90" : "0.00"),
                        terms(c),
                        null,
                        Map.of(),
                        a % 4 == 0 ? s.now().plus(Duration.ofMinutes(2)) : null));
    }

    /** On account, with a card, or with store credit. */
    private static @Nullable PaymentTerms terms(int c) {
        if (c % 5 == 0) {
            return null;
        }
        return c % 4 == 1
                ? new PaymentTerms(StoreCreditMethod.CODE, "C-1")
                : new PaymentTerms("card", "tok");
    }

    static void cancel(Simulation s, int a, int b, int c) {
        s.ask(new CancelOrder(some(s, a, Stage.PLACED, Stage.CONFIRMED), "changed my mind"));
    }

    static void cancelLines(Simulation s, int a, int b, int c) {
        s.ask(
                new CancelLines(
                        some(s, a, Stage.PLACED, Stage.CONFIRMED, Stage.SHIPPING),
                        CancellationId.of(uuid(b % 6)),
                        "too many",
                        List.of(new LineQuantity(line(1 + b % 3), 1 + c % 2))));
    }

    /**
     * Mostly what is left of a line, sometimes more; the shipment's id repeats itself now and then.
     */
    static void ship(Simulation s, int a, int b, int c) {
        OrderId id = some(s, a, Stage.CONFIRMED, Stage.SHIPPING);
        OrderBook order = s.ledger().order(id);
        List<OrderLine> lines = order.lines();
        if (lines.isEmpty()) {
            return;
        }
        OrderLine line = lines.get(b % lines.size());
        int left = line.quantity() - order.shipped(line.lineId());
        var first =
                new LineQuantity(line.lineId(), c % 5 == 0 ? 1 + c % 4 : Math.max(1, left - c % 2));
        List<LineQuantity> parts =
                b % 4 == 0
                        ? List.of(first, new LineQuantity(line(1 + c % 3), 1 + b % 2))
                        : List.of(first);
        StockItemId shelf = new StockItemId(SimulatedShop.TENANT, line.location(), line.sku());
        List<SerialNumber> serials = Shelves.named(s, shelf, first.quantity(), a % 3 == 0);
        s.ask(
                new ShipLines(
                        id,
                        shipment(id, c),
                        parts,
                        null,
                        null,
                        null,
                        serials.isEmpty()
                                ? List.of()
                                : List.of(new LineSerials(line.lineId(), serials))));
    }

    static void deliver(Simulation s, int a, int b, int c) {
        OrderId id = some(s, a, Stage.SHIPPING);
        s.ask(new RecordDelivery(id, underway(s, id, b, c)));
    }

    static void failDelivery(Simulation s, int a, int b, int c) {
        OrderId id = some(s, a, Stage.SHIPPING);
        s.ask(new RecordDeliveryFailure(id, underway(s, id, b, c), "nobody was there"));
    }

    private static ShipmentId underway(Simulation s, OrderId id, int b, int c) {
        List<ShipmentId> underway = s.ledger().order(id).underway();
        return underway.isEmpty() || c % 8 == 0
                ? shipment(id, b)
                : underway.get(b % underway.size());
    }

    static void hold(Simulation s, int a, int b, int c) {
        s.ask(new PlaceHold(order(a), HoldId.of(uuid(b % 2)), "looks odd", "ann"));
    }

    static void releaseHold(Simulation s, int a, int b, int c) {
        s.ask(new ReleaseHold(order(a), HoldId.of(uuid(b % 2))));
    }

    static void putAway(Simulation s, int a, int b, int c) {
        s.ask(
                b % 2 == 0
                        ? new CloseOrder(some(s, a, Stage.COMPLETED))
                        : new ArchiveOrder(some(s, a, Stage.COMPLETED, Stage.CLOSED)));
    }

    static void remark(Simulation s, int a, int b, int c) {
        s.ask(
                b % 2 == 0
                        ? new AddNote(order(a), NoteId.of(uuid(c % 3)), "call before", "ann")
                        : new TransferCustomer(order(a), new CustomerId("C-" + c % 3)));
    }

    static void pay(Simulation s, int a, int b, int c) {
        if (!s.ledger().order(order(a)).lines().isEmpty()) {
            PaymentId id = PaymentId.of(uuid(a % ORDERS));
            s.paymentsByHand().add(id);
            s.ask(new AuthorisePayment(id, order(a), eur("7.00").times(1 + c % 5), "card", "tok"));
        }
    }

    static void capture(Simulation s, int a, int b, int c) {
        PaymentId id = payment(s, a, b);
        s.ask(new CapturePayment(id, c % 3 == 0 ? null : eur("2.50"), "by-hand-" + c % 3));
    }

    static void giveBack(Simulation s, int a, int b, int c) {
        PaymentId id = payment(s, a, b);
        s.ask(
                c % 3 == 0
                        ? new VoidPayment(id, "void-by-hand-" + b % 3)
                        : new RefundPayment(
                                id, eur("1.25").times(1 + b % 4), "sorry", "back-" + c % 5));
    }

    private static PaymentId payment(Simulation s, int a, int b) {
        PaymentId id =
                b % 3 == 0
                        ? PaymentId.of(uuid(a % ORDERS))
                        : PaymentId.forOrder(some(s, a, Stage.CONFIRMED, Stage.SHIPPING));
        s.paymentsByHand().add(id);
        return id;
    }

    static OrderId order(int n) {
        return OrderId.of(uuid(n % ORDERS));
    }

    /** Mostly an order in one of the stages, sometimes any. */
    static OrderId some(Simulation s, int n, Stage... stages) {
        List<OrderId> fitting =
                s.ledger().orders().stream()
                        .filter(order -> List.of(stages).contains(order.stage()))
                        .map(order -> order.id)
                        .toList();
        return fitting.isEmpty() || n % 6 == 0 ? order(n) : fitting.get(n % fitting.size());
    }

    static LineId line(int n) {
        return new LineId(Integer.toString(n));
    }

    /** Two SKUs at one place, and one at another. */
    static StockItemId item(int n) {
        return new StockItemId(
                SimulatedShop.TENANT,
                new Location(n % 3 == 2 ? "east" : "main"),
                new Sku(n % 3 == 1 ? "CUP" : "TEA"));
    }

    private static ShipmentId shipment(OrderId order, int n) {
        String id = order.value();
        return ShipmentId.of(uuid(100 * Character.digit(id.charAt(id.length() - 1), 10) + n % 8));
    }

    static UUID uuid(int n) {
        return new UUID(0x0199d0a46f3c7000L, 0x8000000000000000L + n);
    }

    static Money eur(String amount) {
        return new Money(new BigDecimal(amount), EUR);
    }
}
