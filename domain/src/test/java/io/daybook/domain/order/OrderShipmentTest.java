package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.anOrder;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.placeUntil;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shipments in parts and from several locations, and orders that never get so far. */
class OrderShipmentTest {

    private static final Location MAIN = new Location("main");
    private static final Location NORTH = new Location("north");
    private static final PaymentId EXTRA =
            PaymentId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000009L));
    private static final HoldId HOLD =
            HoldId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000011L));
    private static final Instant DUE = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aLineShipsFromEachLocationWhatIsReservedThere() {
        var order = splitOrder();

        order.when(from(NORTH, 1, 2))
                .thenRefused(new FulfilmentRejection.ExceedsReserved(TEA, NORTH, 2, 1));
        order.when(from(new Location("attic"), 1, 1))
                .thenRefused(new FulfilmentRejection.OtherLocation(TEA, MAIN));
        var shipped = (LinesShipped) order.when(from(NORTH, 1, 1)).events().getFirst();
        assertThat(shipped.lines()).containsExactly(teaAt(NORTH, 2, 1));
        order.given(shipped)
                .when(from(NORTH, 2, 1))
                .thenRefused(new FulfilmentRejection.OtherLocation(TEA, MAIN));
    }

    @Test
    void aShipmentFromAnywhereTakesFromSeveralLocations() {
        var shipped =
                (LinesShipped)
                        splitOrder()
                                .when(ship(shipment(1), new LineQuantity(TEA, 3)))
                                .events()
                                .getFirst();

        assertThat(shipped.lines()).containsExactly(teaAt(MAIN, 1, 2), teaAt(NORTH, 2, 1));
    }

    @Test
    void serialsGoWithTheReservationOfTheirUnits() {
        var shipped =
                (LinesShipped) splitOrder().when(named(MAIN, 2, "A-1", "A-2")).events().getFirst();

        ReservedLine units = shipped.lines().getFirst();
        assertThat(shipped.serialsOf(units.reservationId()))
                .containsExactly(new SerialNumber("A-1"), new SerialNumber("A-2"));
        assertThat(shipped.serials()).hasSize(1);
        assertThat(splitOrder().when(from(MAIN, 1, 2)).events())
                .first(InstanceOfAssertFactories.type(LinesShipped.class))
                .extracting(LinesShipped::serials)
                .isEqualTo(List.of());
    }

    @Test
    void everyUnitIsNamedOnceOrNone() {
        splitOrder()
                .when(named(MAIN, 2, "A-1"))
                .thenRefused(new FulfilmentRejection.SerialsDoNotMatch(TEA, 1, 2));
        splitOrder()
                .when(named(MAIN, 2, "A-1", "A-1"))
                .thenRefused(new FulfilmentRejection.SerialsDoNotMatch(TEA, 1, 2));
        splitOrder()
                .when(named(null, 3, "A-1", "A-2", "A-3"))
                .thenRefused(new FulfilmentRejection.LocationRequired(TEA));
    }

    private static ShipLines named(@Nullable Location from, int units, String... serials) {
        return new ShipLines(
                ID,
                shipment(1),
                List.of(new LineQuantity(TEA, units)),
                from,
                null,
                null,
                List.of(
                        new LineSerials(
                                TEA, Arrays.stream(serials).map(SerialNumber::new).toList())));
    }

    @Test
    void anAllocationThatLacksUnitsIsRefused() {
        anOrder()
                .givenCommands(placeOrder())
                .when(new RecordStockReserved(ID, List.of(teaAt(MAIN, 1, 2))))
                .thenRefused(new FulfilmentRejection.AllocationDiffers(TEA, 2, 3));
    }

    @Test
    void o07_aPartialShipmentTakesOnlyItsUnits() {
        var shipped =
                (LinesShipped)
                        aConfirmedOrder()
                                .when(ship(shipment(1), new LineQuantity(TEA, 1)))
                                .events()
                                .getFirst();

        assertThat(shipped.lines())
                .containsExactly(OrderState.reserved(ID, placeOrder().lines().getFirst(), 1));
    }

    @Test
    void o09_theLastReservedUnitShipsAfterAllOthers() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(shipment(1), new LineQuantity(TEA, 1)),
                                ship(shipment(2), new LineQuantity(TEA, 1)),
                                ship(shipment(3), new LineQuantity(TEA, 1)),
                                ship(shipment(4), new LineQuantity(CUPS, 2)));

        assertThat(((OrderState.Placed) order.state()).stock().open()).isEmpty();
    }

    @Test
    void o12_aLineThatIsNamedTwiceIsShippedOnceWithTheSum() {
        var shipped =
                (LinesShipped)
                        aConfirmedOrder()
                                .when(
                                        ship(
                                                shipment(1),
                                                new LineQuantity(TEA, 1),
                                                new LineQuantity(TEA, 1)))
                                .events()
                                .getFirst();

        assertThat(shipped.lines())
                .containsExactly(OrderState.reserved(ID, placeOrder().lines().getFirst(), 2));
    }

    @Test
    void o15_aCommandInTheWrongStateIsNeverIgnored() {
        anOrder()
                .givenCommands(placeOrder())
                .when(ship(shipment(1), new LineQuantity(TEA, 1)))
                .thenRefused(new OrderRejection.WrongStatus("ShipLines", OrderStatus.PLACED));
    }

    @Test
    void whatWasCapturedByHandIsNotCapturedAgain() {
        var order =
                aConfirmedOrder()
                        .givenCommands(new RecordCapture(ID, PAYMENT, "by-hand", eur("10.00")));
        order.when(new RecordCapture(ID, PAYMENT, "by-hand", eur("10.00"))).thenNothingChanges();
        order.when(new RecordCapture(ID, EXTRA, "by-hand", eur("10.00"))).thenNothingChanges();

        var shipped =
                (LinesShipped)
                        order.when(ship(shipment(1), new LineQuantity(TEA, 3))).events().getFirst();

        assertThat(shipped.amount()).isEqualTo(eur("15.60"));
        assertThat(shipped.captured()).containsExactly(new PaymentShare(PAYMENT, eur("5.60")));
    }

    @Test
    void severalPaymentsCoverAnOrderTogether() {
        var order =
                anOrder()
                        .givenCommands(
                                placeOrder(null),
                                new ConfirmOrder(ID, EXTRA, eur("20.00")),
                                new RecordStockReserved(ID));
        assertThat(order.state()).extracting("status").isEqualTo(OrderStatus.CONFIRMED);

        var half = anOrder().givenCommands(placeOrder(), new ConfirmOrder(ID, EXTRA, eur("20.00")));
        assertThat(half.when(new RecordStockReserved(ID)).events())
                .last()
                .isEqualTo(
                        new OrderPaymentRequested(
                                ID, PAYMENT, eur("15.60"), "card", "tok_approve"));
        half.givenCommands(new RecordStockReserved(ID))
                .when(new ConfirmOrder(ID, PAYMENT, eur("15.60")))
                .thenEvents(
                        new OrderPaymentRecorded(ID, PAYMENT, eur("15.60")),
                        new OrderConfirmed(ID));
    }

    @Test
    void whatIsHeldBeyondTheTotalIsLetGoWithTheLastShipment() {
        var order = aConfirmedOrder().givenCommands(new ConfirmOrder(ID, EXTRA, eur("50.00")));

        assertThat(
                        order.when(
                                        ship(
                                                shipment(1),
                                                new LineQuantity(TEA, 3),
                                                new LineQuantity(CUPS, 2)))
                                .events())
                .last()
                .isEqualTo(new SurplusFound(ID, List.of(EXTRA)));
    }

    @Test
    void anOrderThatIsNotPaidInTimeExpires() {
        var order = anOrder().givenCommands(placeUntil(DUE), new RecordStockReserved(ID));
        order.when(new ExpireOrder(ID, DUE.minusMillis(1)))
                .thenRefused(new FulfilmentRejection.NotDue(DUE));
        var lines = placeOrder().lines();
        order.when(new ExpireOrder(ID, DUE))
                .thenEvents(
                        new OrderExpired(
                                ID,
                                OrderFixtures.reservations(lines.get(0), lines.get(1)),
                                List.of(PAYMENT)));

        order.givenCommands(new ExpireOrder(ID, DUE));
        order.when(new ExpireOrder(ID, DUE)).thenNothingChanges();
        order.when(new ConfirmOrder(ID, PAYMENT, eur("35.60"))).thenNothingChanges();
        order.when(new ConfirmOrder(ID, EXTRA, eur("35.60")))
                .thenEvents(new LatePaymentRecorded(ID, EXTRA, eur("35.60")));
    }

    @Test
    void aPaidOrderDoesNotExpire() {
        anOrder()
                .givenCommands(
                        placeUntil(DUE),
                        new RecordStockReserved(ID),
                        new ConfirmOrder(ID, PAYMENT, eur("35.60")))
                .when(new ExpireOrder(ID, DUE))
                .thenNothingChanges();
        anOrder()
                .givenCommands(placeUntil(DUE), new ConfirmOrder(ID, EXTRA, eur("35.60")))
                .when(new ExpireOrder(ID, DUE))
                .thenNothingChanges();
        anOrder()
                .givenCommands(placeOrder())
                .when(new ExpireOrder(ID, DUE))
                .thenRefused(new FulfilmentRejection.NotDue(null));
    }

    @Test
    void anOrderThatLostItsMoneyWhileItWaitedHasToBePaidInTimeAgain() {
        var held =
                anOrder()
                        .givenCommands(
                                placeUntil(DUE),
                                new RecordStockReserved(ID),
                                new PlaceHold(ID, HOLD, "who is that?", "risk"),
                                new ConfirmOrder(ID, PAYMENT, eur("35.60")));

        held.when(new RecordPaymentReversed(ID, PAYMENT))
                .thenEvents(new OrderPaymentReversed(ID, PAYMENT, DUE));
        held.givenCommands(new RecordPaymentReversed(ID, PAYMENT));
        assertThat(held.when(new ExpireOrder(ID, DUE)).events())
                .hasExactlyElementsOfTypes(OrderExpired.class);
    }

    @Test
    void aRejectedOrderGivesItsOtherPaymentsBack() {
        var rejected =
                (OrderRejected)
                        anOrder()
                                .givenCommands(
                                        placeOrder(),
                                        new ConfirmOrder(ID, EXTRA, eur("5.00")),
                                        new RecordStockReserved(ID))
                                .when(
                                        new RejectOrder(
                                                ID,
                                                RejectionReason.PAYMENT_DECLINED,
                                                "no",
                                                PAYMENT))
                                .events()
                                .getFirst();

        assertThat(rejected.payments()).containsExactly(EXTRA);
    }

    private static ShipLines from(Location location, int n, int units) {
        return new ShipLines(
                ID, shipment(n), List.of(new LineQuantity(TEA, units)), location, null, null);
    }

    private static ReservedLine teaAt(Location location, int n, int units) {
        return new ReservedLine(
                TEA,
                new Sku("TEA-1"),
                location,
                ReservationId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000030L + n)),
                units);
    }

    /** Two packs of tea in one place, one in another. */
    private static Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> splitOrder() {
        return anOrder()
                .givenCommands(
                        placeOrder(),
                        new RecordStockReserved(
                                ID,
                                List.of(
                                        teaAt(MAIN, 1, 2),
                                        teaAt(NORTH, 2, 1),
                                        OrderState.reserved(ID, placeOrder().lines().get(1), 2))),
                        new ConfirmOrder(ID, PAYMENT, eur("35.60")));
    }
}
