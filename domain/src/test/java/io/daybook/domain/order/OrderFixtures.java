package io.daybook.domain.order;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ShipmentId;
import io.daybook.domain.shared.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order of two lines, and what is done to it. */
public final class OrderFixtures {

    public static final OrderId ID = OrderId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000001L));
    public static final PaymentId PAYMENT = PaymentId.forOrder(ID);
    public static final LineId TEA = new LineId("1");
    public static final LineId CUPS = new LineId("2");

    private OrderFixtures() {}

    public static Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> anOrder() {
        return new Scenario<>(OrderState.initial(), OrderState::evolve, OrderDecider::decide);
    }

    /**
     * Three packs of tea at 3.33 with 1.00 off and 19 % tax, two cups at 10.00, shipping 4.90:
     * 35.60 in all.
     */
    public static PlaceOrder placeOrder() {
        return placeOrder(new PaymentTerms("card", "tok_approve"));
    }

    public static PlaceOrder placeOrder(@Nullable PaymentTerms terms) {
        return new PlaceOrder(
                ID,
                new CustomerId("C-1"),
                List.of(
                        line(TEA, "TEA-1", 3, "3.33", "1.00", "0.19"),
                        line(CUPS, "CUP-1", 2, "10.00", "0.00", "0")),
                null,
                eur("4.90"),
                terms,
                "R-1",
                Map.of());
    }

    public static OrderLine line(
            LineId id,
            String sku,
            int quantity,
            String unitPrice,
            String discount,
            String taxRate) {
        return new OrderLine(
                id,
                new Sku(sku),
                null,
                quantity,
                eur(unitPrice),
                eur(discount),
                new BigDecimal(taxRate),
                new Location("main"));
    }

    static Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> aConfirmedOrder() {
        return anOrder()
                .givenCommands(
                        placeOrder(),
                        new RecordStockReserved(ID),
                        new ConfirmOrder(ID, PAYMENT, eur("35.60")));
    }

    /** Both of its lines left together and arrived. */
    static Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> aDeliveredOrder() {
        return aConfirmedOrder()
                .givenCommands(
                        ship(shipment(1), new LineQuantity(TEA, 3), new LineQuantity(CUPS, 2)),
                        new RecordDelivery(ID, shipment(1)));
    }

    /** {@link #placeOrder()} that has to be paid by then. */
    static PlaceOrder placeUntil(Instant due) {
        return until(due, placeOrder());
    }

    /** The order, but it has to be paid by then. */
    public static PlaceOrder until(Instant due, PlaceOrder order) {
        return new PlaceOrder(
                order.orderId(),
                order.customerId(),
                order.lines(),
                null,
                order.shippingFee(),
                order.payment(),
                null,
                order.metadata(),
                due);
    }

    static ShipLines ship(ShipmentId shipment, LineQuantity... lines) {
        return new ShipLines(ID, shipment, List.of(lines), null, "DHL", "T-1");
    }

    static ShipmentId shipment(int n) {
        return ShipmentId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000000L + n));
    }

    static ChangeId changeId(int n) {
        return ChangeId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000050L + n));
    }

    static ProposeChange propose(ChangeId id, LineEdit... edits) {
        return new ProposeChange(ID, id, List.of(), List.of(edits), List.of(), null);
    }

    static ProposeChange propose(ChangeId id, NewLine added) {
        return new ProposeChange(ID, id, List.of(added), List.of(), List.of(), null);
    }

    static LineEdit edit(LineId line, @Nullable Integer quantity, @Nullable String unitPrice) {
        return new LineEdit(line, quantity, unitPrice == null ? null : eur(unitPrice), null);
    }

    static NewLine newLine(String sku, int quantity, String unitPrice) {
        return new NewLine(
                new Sku(sku),
                null,
                quantity,
                eur(unitPrice),
                eur("0"),
                new BigDecimal("0"),
                new Location("main"));
    }

    /** The number of events of an order. */
    static long version(Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> order) {
        return ((OrderState.Placed) order.state()).version();
    }

    static List<ReservedLine> reservations(OrderLine... lines) {
        return Stream.of(lines)
                .map(line -> OrderState.reserved(ID, line, line.quantity()))
                .toList();
    }

    public static Money eur(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
