package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.anOrder;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.NoteId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people do with an order beside its fulfilment. */
class OrderCareTest {

    private static final HoldId FRAUD =
            HoldId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000011L));
    private static final HoldId ADDRESS =
            HoldId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000012L));

    @Test
    void anOrderOnHoldDoesNotShip() {
        aConfirmedOrder()
                .givenCommands(hold(FRAUD, "looks odd"), hold(ADDRESS, "no such street"))
                .when(ship(shipment(1), new LineQuantity(TEA, 1)))
                .thenRefused(new FulfilmentRejection.OnHold("looks odd; no such street"));
    }

    @Test
    void onlyTheLastHoldLetsItGo() {
        var held = aConfirmedOrder().givenCommands(hold(FRAUD, "odd"), hold(ADDRESS, "odd"));
        held.givenCommands(new ReleaseHold(ID, FRAUD))
                .when(ship(shipment(1), new LineQuantity(TEA, 1)))
                .thenRefused(new FulfilmentRejection.OnHold("odd"));

        assertThat(
                        held.givenCommands(new ReleaseHold(ID, ADDRESS))
                                .when(ship(shipment(1), new LineQuantity(TEA, 1)))
                                .events())
                .singleElement()
                .isInstanceOf(LinesShipped.class);
    }

    @Test
    void anOrderOnHoldIsConfirmedWithItsRelease() {
        var held =
                anOrder()
                        .givenCommands(
                                placeOrder(), hold(FRAUD, "odd"), new RecordStockReserved(ID));
        held.when(new ConfirmOrder(ID, PAYMENT, eur("35.60")))
                .thenEvents(new OrderPaymentRecorded(ID, PAYMENT, eur("35.60")));
        held.givenCommands(new ConfirmOrder(ID, PAYMENT, eur("35.60")));
        held.when(new ConfirmOrder(ID, PAYMENT, eur("35.60"))).thenNothingChanges();

        held.when(new ReleaseHold(ID, FRAUD))
                .thenEvents(new HoldReleased(ID, FRAUD), new OrderConfirmed(ID));
    }

    @Test
    void anUnpaidOrderIsNotConfirmedByARelease() {
        anOrder()
                .givenCommands(placeOrder(), hold(FRAUD, "odd"), new RecordStockReserved(ID))
                .when(new ReleaseHold(ID, FRAUD))
                .thenEvents(new HoldReleased(ID, FRAUD));
    }

    @Test
    void anOrderOnAccountWaitsForItsReleaseToo() {
        var held =
                anOrder()
                        .givenCommands(
                                placeOrder(null), hold(FRAUD, "odd"), new RecordStockReserved(ID));
        assertThat(held.state()).extracting("status").isEqualTo(OrderStatus.PLACED);

        held.when(new ReleaseHold(ID, FRAUD))
                .thenEvents(new HoldReleased(ID, FRAUD), new OrderConfirmed(ID));
    }

    @Test
    void whatArrivesWhileOnHoldCompletesTheOrderWithTheRelease() {
        var held =
                aConfirmedOrder()
                        .givenCommands(
                                ship(
                                        shipment(1),
                                        new LineQuantity(TEA, 3),
                                        new LineQuantity(CUPS, 2)),
                                hold(FRAUD, "odd"));
        held.when(new RecordDelivery(ID, shipment(1)))
                .thenEvents(new ShipmentDelivered(ID, shipment(1)));

        held.givenCommands(new RecordDelivery(ID, shipment(1)))
                .when(new ReleaseHold(ID, FRAUD))
                .thenEvents(new HoldReleased(ID, FRAUD), new OrderCompleted(ID));
    }

    @Test
    void aHoldIsPlacedAndReleasedOnce() {
        var held = aConfirmedOrder().givenCommands(hold(FRAUD, "odd"));
        held.when(hold(FRAUD, "odd")).thenNothingChanges();
        held.when(hold(FRAUD, "late"))
                .thenRefused(new OrderRejection.IdReused("hold", FRAUD.value()));
        held.givenCommands(new ReleaseHold(ID, FRAUD))
                .when(new ReleaseHold(ID, FRAUD))
                .thenNothingChanges();
        held.when(hold(FRAUD, "odd")).thenNothingChanges();
        held.when(new ReleaseHold(ID, ADDRESS))
                .thenRefused(new FulfilmentRejection.UnknownHold(ADDRESS));
    }

    @Test
    void anOrderOnHoldCanBeCancelledButAnEndedOneNotHeld() {
        assertThat(
                        aConfirmedOrder()
                                .givenCommands(hold(FRAUD, "odd"))
                                .when(new CancelOrder(ID, "fraud"))
                                .events())
                .singleElement()
                .isInstanceOf(OrderCancellationRequested.class);
        aCompletedOrder()
                .when(hold(FRAUD, "odd"))
                .thenRefused(new OrderRejection.WrongStatus("PlaceHold", OrderStatus.COMPLETED));
    }

    @Test
    void aFailedDeliveryMayBeTriedAgain() {
        var shipped = aConfirmedOrder().givenCommands(ship(shipment(1), new LineQuantity(TEA, 1)));
        shipped.when(new RecordDeliveryFailure(ID, shipment(2), "nobody home"))
                .thenRefused(new FulfilmentRejection.UnknownShipment(shipment(2)));
        shipped.givenCommands(new RecordDeliveryFailure(ID, shipment(1), "nobody home"))
                .when(new RecordDeliveryFailure(ID, shipment(1), "nobody home"))
                .thenNothingChanges();

        shipped.when(new RecordDelivery(ID, shipment(1)))
                .thenEvents(new ShipmentDelivered(ID, shipment(1)));
        shipped.givenCommands(new RecordDelivery(ID, shipment(1)))
                .when(new RecordDeliveryFailure(ID, shipment(1), "lost"))
                .thenRefused(new FulfilmentRejection.AlreadyDelivered(shipment(1)));
    }

    @Test
    void aNoteIsAddedOnceWhateverTheOrderIs() {
        var note = new AddNote(ID, NoteId.of(new UUID(0x0199d0a46f3c7000L, 1)), "call back", "ann");

        var noted = aCompletedOrder().givenCommands(note);
        noted.when(note).thenNothingChanges();
        noted.when(new AddNote(ID, note.noteId(), "call her back", "ann"))
                .thenRefused(new OrderRejection.IdReused("note", note.noteId().value()));
    }

    @Test
    void anotherCustomerGetsTheOrderOnce() {
        var transfer = new TransferCustomer(ID, new CustomerId("C-2"));
        aConfirmedOrder()
                .when(transfer)
                .thenEvents(
                        new CustomerTransferred(ID, new CustomerId("C-1"), new CustomerId("C-2")));
        aConfirmedOrder().givenCommands(transfer).when(transfer).thenNothingChanges();
    }

    @Test
    void onlyACompletedOrderIsClosedAndOnlyAnEndedOneArchived() {
        aConfirmedOrder()
                .when(new CloseOrder(ID))
                .thenRefused(new OrderRejection.WrongStatus("CloseOrder", OrderStatus.CONFIRMED));
        aConfirmedOrder()
                .when(new ArchiveOrder(ID))
                .thenRefused(new OrderRejection.WrongStatus("ArchiveOrder", OrderStatus.CONFIRMED));
        aCompletedOrder().when(new CloseOrder(ID)).thenEvents(new OrderClosed(ID));
        aCompletedOrder()
                .givenCommands(new CloseOrder(ID), new ArchiveOrder(ID))
                .when(new ArchiveOrder(ID))
                .thenNothingChanges();
    }

    @Test
    void whatIsAllowedFollowsTheHolds() {
        assertThat(aConfirmedOrder().state().allowed())
                .contains("ShipLines", "PlaceHold")
                .doesNotContain("ReleaseHold", "ArchiveOrder");
        assertThat(aConfirmedOrder().givenCommands(hold(FRAUD, "odd")).state().allowed())
                .contains("ReleaseHold", "PlaceHold", "CancelOrder")
                .doesNotContain("ShipLines");
        assertThat(aCompletedOrder().state().allowed())
                .contains("CloseOrder", "ArchiveOrder")
                .doesNotContain("PlaceHold", "CancelOrder");
    }

    private static PlaceHold hold(HoldId id, String reason) {
        return new PlaceHold(ID, id, reason, "ann");
    }

    private static Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection>
            aCompletedOrder() {
        return aConfirmedOrder()
                .givenCommands(
                        ship(shipment(1), new LineQuantity(TEA, 3), new LineQuantity(CUPS, 2)),
                        new RecordDelivery(ID, shipment(1)));
    }
}
