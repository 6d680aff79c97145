package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.aDeliveredOrder;
import static io.daybook.domain.order.OrderFixtures.anOrder;
import static io.daybook.domain.order.OrderFixtures.changeId;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.line;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The less usual answers of an order. */
class OrderRefusalsTest {

    private static final ChangeId CHANGE = changeId(1);
    private static final LineId UNKNOWN = new LineId("9");

    @Test
    void aLineThatWasNotOrderedIsNeitherShippedNorRemoved() {
        aConfirmedOrder()
                .when(ship(shipment(1), new LineQuantity(UNKNOWN, 1)))
                .thenRefused(new OrderRejection.UnknownLine(UNKNOWN));
        aConfirmedOrder()
                .when(new ProposeChange(ID, CHANGE, List.of(), List.of(), List.of(UNKNOWN), null))
                .thenRefused(new OrderRejection.UnknownLine(UNKNOWN));
    }

    @Test
    void aDiscountMayTakeOffTheWholeLine() {
        PlaceOrder order = placeOrder();

        assertThat(
                        anOrder()
                                .when(
                                        new PlaceOrder(
                                                ID,
                                                order.customerId(),
                                                List.of(
                                                        line(
                                                                TEA, "TEA-1", 2, "1.00", "2.00",
                                                                "0.19")),
                                                null,
                                                eur("0"),
                                                null,
                                                null,
                                                Map.of()))
                                .events())
                .singleElement()
                .isInstanceOf(OrderPlaced.class);
    }

    @Test
    void aShipmentThatNeverLeftDoesNotArrive() {
        aConfirmedOrder()
                .when(new RecordDelivery(ID, shipment(7)))
                .thenRefused(new FulfilmentRejection.UnknownShipment(shipment(7)));
    }

    @Test
    void aDeliveryThatFailsForAnotherReasonIsToldAgain() {
        aConfirmedOrder()
                .givenCommands(
                        ship(shipment(1), new LineQuantity(TEA, 1)),
                        new RecordDeliveryFailure(ID, shipment(1), "nobody home"))
                .when(new RecordDeliveryFailure(ID, shipment(1), "no such street"))
                .thenEvents(new DeliveryFailed(ID, shipment(1), "no such street"));
    }

    @Test
    void stockThatComesBackUnaskedChangesNothing() {
        aConfirmedOrder().when(new RecordStockReleased(ID)).thenNothingChanges();
        aConfirmedOrder()
                .givenCommands(new CancelOrder(ID, "why"), new RecordStockReleased(ID))
                .when(new RecordStockReleased(ID))
                .thenNothingChanges();
    }

    @Test
    void aPaymentThatIsDeclinedDuringACancellationNeedNotComeBack() {
        var order = aConfirmedOrder().givenCommands(new CancelOrder(ID, "why"));

        order.when(new RejectOrder(ID, RejectionReason.INSUFFICIENT_STOCK, "none", null))
                .thenNothingChanges();
        order.when(new RejectOrder(ID, RejectionReason.PAYMENT_DECLINED, "no", PAYMENT))
                .thenEvents(new OrderPaymentReversed(ID, PAYMENT, null));
    }

    @Test
    void anOrderWithOpenReturnsOrOnHoldIsNotClosed() {
        var order =
                aDeliveredOrder()
                        .givenCommands(
                                open(1, new LineQuantity(TEA, 1)),
                                open(2, new LineQuantity(TEA, 1)),
                                new RecordReturnEnded(ID, returnId(1), List.of()));
        order.when(new CloseOrder(ID)).thenRefused(new OrderRejection.ReturnsOpen(1));

        order.givenCommands(new RecordReturnEnded(ID, returnId(2), List.of()));
        order.when(new CloseOrder(ID)).thenEvents(new OrderClosed(ID));
        order.given(new HoldPlaced(ID, HoldId.of(new UUID(1, 1)), "odd", "ann"))
                .when(new CloseOrder(ID))
                .thenRefused(new FulfilmentRejection.OnHold("odd"));
    }

    @Test
    void unitsLeaveAndComeBackByTheReservationThatTheyAreOf() {
        var north = part(new Location("north"), 2);
        var south = part(new Location("south"), 1);
        var parts = List.of(north, south, OrderFixtures.reservations(cups()).getFirst());
        var order =
                anOrder()
                        .givenCommands(
                                placeOrder(),
                                new AllocateLines(ID, 1, parts),
                                new RecordStockReserved(ID, parts),
                                new ConfirmOrder(ID, PAYMENT, eur("35.60")));

        var shipped =
                (LinesShipped)
                        order.when(ship(shipment(1), new LineQuantity(TEA, 1))).events().getFirst();
        assertThat(shipped.lines()).containsExactly(north.of(1));
        var cancelled =
                (LinesCancelled)
                        order.when(
                                        new CancelLines(
                                                ID,
                                                CancellationId.of(new UUID(1, 1)),
                                                "too many",
                                                List.of(new LineQuantity(TEA, 1))))
                                .events()
                                .getFirst();
        assertThat(cancelled.released()).containsExactly(south);
    }

    @Test
    void aRefundIsInTheCurrencyOfTheOrderAndUpToItsTotal() {
        var order = aDeliveredOrder().givenCommands(open(1, new LineQuantity(TEA, 1)));
        var dollar = new Money(BigDecimal.ONE, Currency.getInstance("USD"));

        order.when(new GrantRefund(ID, returnId(1), dollar, 1))
                .thenRefused(new OrderRejection.OtherCurrency("USD", "EUR"));
        order.when(new GrantRefund(ID, returnId(1), eur("35.60"), 1))
                .thenEvents(new OrderRefundGranted(ID, returnId(1), eur("35.60"), 1L));
        order.when(new GrantRefund(ID, returnId(1), eur("35.61"), 1))
                .thenRefused(new OrderRejection.ExceedsTotal(eur("35.61"), eur("35.60")));
    }

    @Test
    void whatDidNotComeBackIsNotCounted() {
        var order = aDeliveredOrder().givenCommands(open(1, new LineQuantity(TEA, 2)));

        order.when(
                        new RecordReturnReceived(
                                ID,
                                returnId(1),
                                List.of(new LineQuantity(TEA, 1), new LineQuantity(CUPS, 0))))
                .thenEvents(
                        new OrderReturnReceived(
                                ID, returnId(1), List.of(new LineQuantity(TEA, 1))));
        order.when(new RecordReturnReceived(ID, returnId(2), List.of()))
                .thenRefused(new OrderRejection.UnknownReturn(returnId(2)));
    }

    @Test
    void anOrderKnowsItsPaymentsAndItsReturns() {
        var order = aDeliveredOrder().givenCommands(open(1, new LineQuantity(TEA, 1)));
        var placed = (OrderState.Placed) order.state();
        var opened = (ReturnOpened) order.history().getLast();

        assertThat(placed.paymentIds()).containsExactly(PaymentId.forOrder(ID));
        assertThat(placed.opened(returnId(1))).contains(opened);
        assertThat(placed.opened(returnId(2))).isEmpty();
        assertThat(placed.opened()).containsExactly(opened);
        assertThat(OrderReceipt.of(placed))
                .isEqualTo(new OrderReceipt(ID, OrderStatus.COMPLETED, null));
    }

    @Test
    void whatCameBackCompletelyIsReturned() {
        var order =
                aDeliveredOrder()
                        .givenCommands(
                                open(1, new LineQuantity(TEA, 3), new LineQuantity(CUPS, 2)),
                                new RecordReturnEnded(
                                        ID,
                                        returnId(1),
                                        List.of(
                                                new LineQuantity(TEA, 3),
                                                new LineQuantity(CUPS, 2))));

        assertThat(OrderViews.seen(order).returnStatus())
                .isEqualTo(OrderView.ReturnStatus.RETURNED);
    }

    private static OrderLine cups() {
        return placeOrder().lines().getLast();
    }

    private static ReservedLine part(Location location, int quantity) {
        return new ReservedLine(
                TEA,
                placeOrder().lines().getFirst().sku(),
                location,
                ReservationId.forPart(ID, TEA.value(), 1, location),
                quantity);
    }

    private static OpenReturn open(int n, LineQuantity... lines) {
        return new OpenReturn(ID, returnId(n), ReturnKind.RETURN, List.of(lines), Instant.EPOCH);
    }

    private static ReturnId returnId(int n) {
        return ReturnId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000020L + n));
    }
}
