package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.anOrder;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.reservations;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Cancelling some units of an order. */
class OrderCancellationTest {

    @Test
    void cancelledUnitsGiveTheirStockBackAndLowerTheTotal() {
        OrderLine tea = placeOrder().lines().getFirst();

        aConfirmedOrder()
                .when(cancel(1, new LineQuantity(TEA, 1), new LineQuantity(TEA, 1)))
                .thenEvents(
                        new LinesCancelled(
                                ID,
                                cancellation(1),
                                "too many",
                                List.of(new LineQuantity(TEA, 2)),
                                List.of(
                                        new LineAmounts(
                                                TEA,
                                                3,
                                                2,
                                                eur("3.33"),
                                                eur("0.33"),
                                                eur("0.57"),
                                                eur("3.57"))),
                                List.of(OrderState.reserved(ID, tea, 2)),
                                List.of()));
    }

    @Test
    void aCancellationTakesEffectOnce() {
        var command = cancel(1, new LineQuantity(TEA, 1));

        var order = aConfirmedOrder().givenCommands(command);
        order.when(command).thenNothingChanges();
        order.when(cancel(1, new LineQuantity(CUPS, 1)))
                .thenRefused(new OrderRejection.IdReused("cancellation", cancellation(1).value()));
    }

    @Test
    void whatWasShippedCannotBeCancelled() {
        var order = aConfirmedOrder().givenCommands(ship(shipment(1), new LineQuantity(TEA, 2)));

        order.when(cancel(1, new LineQuantity(TEA, 2)))
                .thenRefused(new OrderRejection.ExceedsOpen(TEA, 2, 1));
        order.when(cancel(1, new LineQuantity(new LineId("9"), 2)))
                .thenRefused(new OrderRejection.UnknownLine(new LineId("9")));
    }

    @Test
    void o08_cancellingAndShippingOneLineDoesNotTouchTheStockOfAnother() {
        var order = aConfirmedOrder().givenCommands(cancel(1, new LineQuantity(TEA, 2)));

        var shipped =
                (LinesShipped)
                        order.when(ship(shipment(1), new LineQuantity(CUPS, 2)))
                                .events()
                                .getFirst();

        assertThat(shipped.lines())
                .containsExactly(reservations(placeOrder().lines().get(1)).getFirst());
    }

    @Test
    void cancellingTheLastUnitOfAnUnshippedOrderCancelsIt() {
        var order = aConfirmedOrder().givenCommands(cancel(1, new LineQuantity(TEA, 3)));

        var events = order.when(cancel(2, new LineQuantity(CUPS, 2))).events();

        assertThat(events)
                .hasSize(2)
                .last()
                .isEqualTo(
                        new OrderCancellationRequested(
                                ID, "too many", List.of(), List.of(PAYMENT)));
        assertThat(((LinesCancelled) events.getFirst()).released())
                .isEqualTo(reservations(placeOrder().lines().get(1)));
        order.given(events.toArray(OrderEvent[]::new))
                .when(cancel(2, new LineQuantity(CUPS, 2)))
                .thenNothingChanges();
    }

    @Test
    void withTheRestCancelledADeliveredOrderIsComplete() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(shipment(1), new LineQuantity(TEA, 3)),
                                new RecordDelivery(ID, shipment(1)));

        var events = order.when(cancel(1, new LineQuantity(CUPS, 2))).events();

        assertThat(events)
                .hasSize(3)
                .contains(new SurplusFound(ID, List.of(PAYMENT)), new OrderCompleted(ID));
    }

    @Test
    void moneyThatWasCapturedForCancelledUnitsGoesBack() {
        var order =
                aConfirmedOrder()
                        .givenCommands(new RecordCapture(ID, PAYMENT, "by-hand", eur("35.60")));

        var cancelled =
                (LinesCancelled)
                        order.when(cancel(1, new LineQuantity(CUPS, 1))).events().getFirst();

        assertThat(cancelled.refunds()).containsExactly(new PaymentShare(PAYMENT, eur("10.00")));
        order.given(cancelled);
        var again =
                (LinesCancelled)
                        order.when(cancel(2, new LineQuantity(TEA, 1))).events().getFirst();
        assertThat(again.refunds()).containsExactly(new PaymentShare(PAYMENT, eur("3.57")));
    }

    @Test
    void shipmentsAfterACancellationAddUpToTheNewTotal() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(shipment(1), new LineQuantity(TEA, 1)),
                                cancel(1, new LineQuantity(TEA, 1), new LineQuantity(CUPS, 1)));
        Money captured = eur("8.47");
        int n = 2;
        for (LineId line : List.of(TEA, CUPS)) {
            var events = order.when(ship(shipment(n++), new LineQuantity(line, 1))).events();
            var shipped = (LinesShipped) events.getFirst();
            captured =
                    shipped.captured().stream()
                            .map(PaymentShare::amount)
                            .reduce(captured, Money::plus);
            order.given(events.toArray(OrderEvent[]::new));
        }

        assertThat(captured).isEqualTo(eur("22.03"));
        assertThat(((OrderState.Placed) order.state()).total()).isEqualTo(eur("22.03"));
    }

    @Test
    void stockThatIsBeingSecuredIsNotCancelledInParts() {
        anOrder()
                .givenCommands(placeOrder())
                .when(cancel(1, new LineQuantity(TEA, 1)))
                .thenRefused(new FulfilmentRejection.StockNotSecured(ID));
        aConfirmedOrder()
                .givenCommands(new CancelOrder(ID, "why"))
                .when(cancel(1, new LineQuantity(TEA, 1)))
                .thenRefused(new OrderRejection.WrongStatus("CancelLines", OrderStatus.CANCELLING));
    }

    @Test
    void aSmallerPaymentMayCoverWhatIsLeft() {
        var order =
                anOrder()
                        .givenCommands(
                                placeOrder(),
                                new RecordStockReserved(ID),
                                new ConfirmOrder(ID, PAYMENT, eur("30.00")));

        assertThat(order.when(cancel(1, new LineQuantity(CUPS, 1))).events())
                .last()
                .isEqualTo(new OrderConfirmed(ID));
    }

    private static CancelLines cancel(int n, LineQuantity... lines) {
        return new CancelLines(ID, cancellation(n), "too many", List.of(lines));
    }

    private static CancellationId cancellation(int n) {
        return CancellationId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000040L + n));
    }
}
