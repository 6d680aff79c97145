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

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final PaymentId EXTRA =
            PaymentId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000009L));

    @Test
    void anOrderIsPlacedOnce() {
        anOrder()
                .givenCommands(placeOrder())
                .when(placeOrder())
                .thenRefused(new OrderRejection.AlreadyPlaced(ID));
    }

    @Test
    void aDiscountLargerThanItsLineIsRefused() {
        var order = placeOrder();
        var line = OrderFixtures.line(TEA, "TEA-1", 1, "1.00", "1.01", "0");

        anOrder()
                .when(
                        new PlaceOrder(
                                ID,
                                order.customerId(),
                                List.of(line),
                                null,
                                eur("0"),
                                null,
                                null,
                                order.metadata()))
                .thenRefused(new OrderRejection.DiscountTooLarge(TEA));
    }

    @Test
    void securedStockAsksForThePaymentOfTheTotal() {
        var lines = placeOrder().lines();

        anOrder()
                .givenCommands(placeOrder())
                .when(new RecordStockReserved(ID))
                .thenEvents(
                        new OrderStockReserved(ID, reservations(lines.get(0), lines.get(1))),
                        new OrderPaymentRequested(
                                ID, PAYMENT, eur("35.60"), "card", "tok_approve"));
    }

    @Test
    void anOrderOnAccountIsConfirmedByItsStockAlone() {
        var lines = placeOrder().lines();

        anOrder()
                .givenCommands(placeOrder(null))
                .when(new RecordStockReserved(ID))
                .thenEvents(
                        new OrderStockReserved(ID, reservations(lines.get(0), lines.get(1))),
                        new OrderConfirmed(ID));
    }

    @Test
    void anAuthorisedPaymentConfirmsTheOrder() {
        anOrder()
                .givenCommands(placeOrder(), new RecordStockReserved(ID))
                .when(new ConfirmOrder(ID, PAYMENT, eur("35.60")))
                .thenEvents(
                        new OrderPaymentRecorded(ID, PAYMENT, eur("35.60")),
                        new OrderConfirmed(ID));
    }

    @Test
    void repeatedStepsOfTheProcessChangeNothing() {
        aConfirmedOrder().when(new RecordStockReserved(ID)).thenNothingChanges();
        aConfirmedOrder().when(new ConfirmOrder(ID, PAYMENT, eur("35.60"))).thenNothingChanges();
    }

    @Test
    void aDeclinedPaymentRejectsTheOrderAndNamesWhatToRelease() {
        var lines = placeOrder().lines();

        anOrder()
                .givenCommands(placeOrder(), new RecordStockReserved(ID))
                .when(new RejectOrder(ID, RejectionReason.PAYMENT_DECLINED, "no", PAYMENT))
                .thenEvents(
                        new OrderRejected(
                                ID,
                                RejectionReason.PAYMENT_DECLINED,
                                "no",
                                reservations(lines.get(0), lines.get(1)),
                                List.of()));
    }

    @Test
    void anOrderThatAnotherPaymentCoversIsNotRejectedWithItsOwn() {
        anOrder()
                .givenCommands(
                        placeOrder(),
                        new RecordStockReserved(ID),
                        new ConfirmOrder(ID, EXTRA, eur("35.60")))
                .when(new RejectOrder(ID, RejectionReason.PAYMENT_DECLINED, "no", PAYMENT))
                .thenEvents(new OrderPaymentReversed(ID, PAYMENT, null));
    }

    @Test
    void stockThatWasSecuredOnceIsNoReasonToRejectAnyMore() {
        anOrder()
                .givenCommands(placeOrder(), new RecordStockReserved(ID))
                .when(new RejectOrder(ID, RejectionReason.INSUFFICIENT_STOCK, "no", null))
                .thenRefused(new OrderRejection.WrongStatus("RejectOrder", OrderStatus.PLACED));
    }

    @Test
    void aDeclinedExtraPaymentDoesNotRejectTheOrder() {
        aConfirmedOrder()
                .when(new RejectOrder(ID, RejectionReason.PAYMENT_DECLINED, "no", EXTRA))
                .thenNothingChanges();
    }

    @Test
    void cancellingNamesTheStockAndTheMoneyThatGoBack() {
        var lines = placeOrder().lines();

        aConfirmedOrder()
                .when(new CancelOrder(ID, "changed my mind"))
                .thenEvents(
                        new OrderCancellationRequested(
                                ID,
                                "changed my mind",
                                reservations(lines.get(0), lines.get(1)),
                                List.of(PAYMENT)));
    }

    @Test
    void aCancelledOrderEndsWhenBothStockAndMoneyAreBack() {
        var order =
                aConfirmedOrder()
                        .givenCommands(new CancelOrder(ID, "why"), new RecordStockReleased(ID));

        order.when(new RecordPaymentReversed(ID, PAYMENT))
                .thenEvents(
                        new OrderPaymentReversed(ID, PAYMENT, null), new OrderCancelled(ID, "why"));
    }

    @Test
    void itDoesNotMatterWhetherMoneyOrStockComesBackFirst() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                new CancelOrder(ID, "why"), new RecordPaymentReversed(ID, PAYMENT));

        order.when(new RecordStockReleased(ID))
                .thenEvents(new OrderStockReleased(ID), new OrderCancelled(ID, "why"));
    }

    @Test
    void anOrderInCancellationAcceptsNoShipment() {
        aConfirmedOrder()
                .givenCommands(new CancelOrder(ID, "why"))
                .when(ship(shipment(1), new LineQuantity(TEA, 1)))
                .thenRefused(new OrderRejection.WrongStatus("ShipLines", OrderStatus.CANCELLING));
    }

    @Test
    void stockThatIsSecuredDuringACancellationIsRefused() {
        anOrder()
                .givenCommands(placeOrder(), new CancelOrder(ID, "why"))
                .when(new RecordStockReserved(ID))
                .thenRefused(
                        new OrderRejection.WrongStatus(
                                "RecordStockReserved", OrderStatus.CANCELLING));
    }

    @Test
    void aPaymentThatComesTooLateIsGivenBack() {
        anOrder()
                .givenCommands(
                        placeOrder(), new CancelOrder(ID, "why"), new RecordStockReleased(ID))
                .when(new ConfirmOrder(ID, EXTRA, eur("35.60")))
                .thenEvents(new LatePaymentRecorded(ID, EXTRA, eur("35.60")));
    }

    @Test
    void shipmentsInPartsAddUpToTheTotal() {
        var order = aConfirmedOrder();
        Money shipped = eur("0");
        int n = 1;
        for (LineId line : List.of(TEA, TEA, TEA, CUPS, CUPS)) {
            var command = ship(shipment(n++), new LineQuantity(line, 1));
            LinesShipped event = (LinesShipped) order.when(command).events().getFirst();
            shipped = shipped.plus(event.amount());
            order.given(event);
        }

        assertThat(shipped).isEqualTo(eur("35.60"));
    }

    @Test
    void neverMoreIsShippedThanOrdered() {
        aConfirmedOrder()
                .when(ship(shipment(1), new LineQuantity(TEA, 2), new LineQuantity(TEA, 2)))
                .thenRefused(new FulfilmentRejection.ExceedsOrdered(TEA, 4, 3));
    }

    @Test
    void aShipmentFromAnotherLocationIsRefused() {
        var elsewhere =
                new ShipLines(
                        ID,
                        shipment(1),
                        List.of(new LineQuantity(TEA, 1)),
                        new Location("attic"),
                        null,
                        null);

        aConfirmedOrder()
                .when(elsewhere)
                .thenRefused(new FulfilmentRejection.OtherLocation(TEA, new Location("main")));
    }

    @Test
    void aShipmentIsCapturedFromThePaymentThatStillHoldsMoney() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                new RecordPaymentReversed(ID, PAYMENT),
                                new ConfirmOrder(ID, EXTRA, eur("100.00")));

        var shipped =
                (LinesShipped)
                        order.when(ship(shipment(1), new LineQuantity(TEA, 1))).events().getFirst();

        assertThat(shipped.paymentId()).isEqualTo(EXTRA);
    }

    @Test
    void repeatingAShipmentChangesNothing() {
        var command = ship(shipment(1), new LineQuantity(TEA, 1));

        var order = aConfirmedOrder().givenCommands(command);
        order.when(command).thenNothingChanges();
        order.when(ship(shipment(1), new LineQuantity(TEA, 2)))
                .thenRefused(new OrderRejection.IdReused("shipment", shipment(1).value()));
    }

    @Test
    void aShippedOrderCannotBeCancelled() {
        aConfirmedOrder()
                .givenCommands(ship(shipment(1), new LineQuantity(TEA, 1)))
                .when(new CancelOrder(ID, "why"))
                .thenRefused(
                        new OrderRejection.WrongStatus("CancelOrder", OrderStatus.IN_FULFILMENT));
    }

    @Test
    void theLastDeliveryCompletesTheOrder() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(shipment(1), new LineQuantity(TEA, 3)),
                                ship(shipment(2), new LineQuantity(CUPS, 2)),
                                new RecordDelivery(ID, shipment(1)));

        order.when(new RecordDelivery(ID, shipment(2)))
                .thenEvents(new ShipmentDelivered(ID, shipment(2)), new OrderCompleted(ID));
    }
}
