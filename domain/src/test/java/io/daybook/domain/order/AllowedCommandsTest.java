package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.anOrder;
import static io.daybook.domain.order.OrderFixtures.changeId;
import static io.daybook.domain.order.OrderFixtures.edit;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.propose;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a caller is told that an order would accept. */
class AllowedCommandsTest {

    @Test
    void aPlacedOrderCanBeCancelledInPartsOnceItsStockIsSecured() {
        var placed = anOrder().givenCommands(placeOrder());
        assertThat(placed.state().allowed())
                .containsExactly(
                        "CancelOrder", "ProposeChange", "PlaceHold", "AddNote", "TransferCustomer");
        assertThat(placed.givenCommands(new RecordStockReserved(ID)).state().allowed())
                .containsExactly(
                        "CancelOrder",
                        "CancelLines",
                        "ProposeChange",
                        "PlaceHold",
                        "AddNote",
                        "TransferCustomer");
    }

    @Test
    void aConfirmedOrderShips() {
        assertThat(aConfirmedOrder().state().allowed())
                .containsExactly(
                        "CancelOrder",
                        "CancelLines",
                        "ShipLines",
                        "ProposeChange",
                        "PlaceHold",
                        "AddNote",
                        "TransferCustomer");
    }

    @Test
    void aShippedOrderIsDeliveredAndReturned() {
        var order = aConfirmedOrder().givenCommands(ship(shipment(1), new LineQuantity(TEA, 3)));
        assertThat(order.state().allowed())
                .containsExactly(
                        "CancelLines",
                        "ShipLines",
                        "RecordDelivery",
                        "RecordDeliveryFailure",
                        "OpenReturn",
                        "ProposeChange",
                        "PlaceHold",
                        "AddNote",
                        "TransferCustomer");
        assertThat(
                        order.givenCommands(ship(shipment(2), new LineQuantity(CUPS, 2)))
                                .state()
                                .allowed())
                .doesNotContain("CancelLines", "ShipLines", "CancelOrder")
                .contains("RecordDelivery");
    }

    @Test
    void anOpenChangeIsAppliedOrWithdrawn() {
        var order = aConfirmedOrder().givenCommands(propose(changeId(1), edit(TEA, 1, null)));
        assertThat(order.state().allowed())
                .contains("ApplyChange", "WithdrawChange", "ShipLines")
                .doesNotContain("ProposeChange");
        assertThat(
                        anOrder()
                                .givenCommands(
                                        placeOrder(), propose(changeId(1), edit(TEA, 1, null)))
                                .state()
                                .allowed())
                .contains("WithdrawChange")
                .doesNotContain("ApplyChange", "ProposeChange");
    }

    @Test
    void aCompletedOrderIsClosedUnlessAChangeIsOpen() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(
                                        shipment(1),
                                        new LineQuantity(TEA, 3),
                                        new LineQuantity(CUPS, 2)),
                                new RecordDelivery(ID, shipment(1)));
        assertThat(order.state().allowed())
                .containsExactly(
                        "OpenReturn",
                        "CloseOrder",
                        "ProposeChange",
                        "ArchiveOrder",
                        "AddNote",
                        "TransferCustomer");
        assertThat(order.givenCommands(propose(changeId(1), edit(TEA, 4, null))).state().allowed())
                .doesNotContain("CloseOrder");
        order.when(new CloseOrder(ID)).thenRefused(new ChangeRejection.ChangeOpen(changeId(1)));
    }

    @Test
    void anEndedOrderIsOnlyPutAway() {
        var rejected =
                anOrder()
                        .givenCommands(
                                placeOrder(),
                                new RejectOrder(
                                        ID, RejectionReason.INSUFFICIENT_STOCK, "none", null));
        assertThat(rejected.state().allowed())
                .containsExactly("ArchiveOrder", "AddNote", "TransferCustomer");
        assertThat(rejected.givenCommands(new ArchiveOrder(ID)).state().allowed())
                .containsExactly("AddNote", "TransferCustomer");
        assertThat(
                        aConfirmedOrder()
                                .givenCommands(
                                        new CancelOrder(ID, "why"),
                                        new RecordPaymentReversed(ID, PAYMENT))
                                .state()
                                .allowed())
                .containsExactly("AddNote", "TransferCustomer");
    }
}
