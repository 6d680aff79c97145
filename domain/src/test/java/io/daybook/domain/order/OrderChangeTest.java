package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.aDeliveredOrder;
import static io.daybook.domain.order.OrderFixtures.anOrder;
import static io.daybook.domain.order.OrderFixtures.changeId;
import static io.daybook.domain.order.OrderFixtures.edit;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.line;
import static io.daybook.domain.order.OrderFixtures.newLine;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.propose;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static io.daybook.domain.order.OrderFixtures.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Staged changes: proposed with a money preview, applied to the version that was previewed. */
class OrderChangeTest {

    private static final ChangeId CHANGE = changeId(1);
    private static final PaymentId DIFFERENCE = PaymentId.forChange(CHANGE);
    private static final LineId ADDED = new LineId("3");

    @Test
    void aProposalMovesNothingAndSaysWhatItWouldCost() {
        var order = aConfirmedOrder();
        OrderLine tea = placeOrder().lines().getFirst();

        order.when(propose(CHANGE, edit(TEA, 4, null)))
                .thenEvents(
                        new ChangeProposed(
                                ID,
                                CHANGE,
                                List.of(
                                        new LineChange(
                                                TEA,
                                                tea,
                                                line(TEA, "TEA-1", 4, "3.33", "1.00", "0.19"))),
                                new ChangePreview(
                                        version(order) + 1,
                                        eur("35.60"),
                                        eur("39.56"),
                                        eur("3.96"),
                                        eur("0")),
                                null));
    }

    @Test
    void o01_addingAndRemovingAnUnpaidItemGivesNothingBack() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                propose(CHANGE, newLine("POT-1", 1, "20.00")),
                                new WithdrawChange(ID, CHANGE),
                                propose(changeId(2), newLine("POT-1", 1, "20.00")));
        order.when(new WithdrawChange(ID, changeId(2)))
                .thenEvents(new ChangeWithdrawn(ID, changeId(2), List.of(), null));

        var paid = applied(aConfirmedOrder(), propose(CHANGE, newLine("POT-1", 1, "20.00")));
        paid.givenCommands(
                new ProposeChange(ID, changeId(2), List.of(), List.of(), List.of(ADDED), null));
        var removed = change(paid.when(apply(paid, changeId(2))).events());
        assertThat(removed.refunds()).isEmpty();
        assertThat(removed.released())
                .containsExactly(
                        new ReservedLine(
                                ADDED,
                                newLine("POT-1", 1, "20.00").sku(),
                                newLine("POT-1", 1, "20.00").location(),
                                ReservationId.forChange(CHANGE, "3"),
                                1));
    }

    @Test
    void o02_aDiscountLowersTheTotalWithoutAnyRefundTarget() {
        var order = aConfirmedOrder();
        order.givenCommands(
                new ProposeChange(
                        ID,
                        CHANGE,
                        List.of(),
                        List.of(new LineEdit(CUPS, null, null, eur("5.00"))),
                        List.of(),
                        "voucher"));

        var change = change(order.when(apply(order, CHANGE)).events());

        assertThat(change.refunds()).isEmpty();
        assertThat(change.amounts().getFirst().total()).isEqualTo(eur("15.00"));
    }

    @Test
    void whatWasCapturedBeyondTheNewTotalGoesBack() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(
                                        shipment(1),
                                        new LineQuantity(TEA, 3),
                                        new LineQuantity(CUPS, 2)),
                                propose(CHANGE, edit(CUPS, null, "8.00")));

        var change = change(order.when(apply(order, CHANGE)).events());

        assertThat(change.refunds()).containsExactly(new PaymentShare(PAYMENT, eur("4.00")));
        assertThat(change.released()).isEmpty();
    }

    @Test
    void o03_afterAnIncreaseEverythingCountsTheNewQuantity() {
        var order = applied(aConfirmedOrder(), propose(CHANGE, edit(CUPS, 4, null)));

        order.givenCommands(ship(shipment(1), new LineQuantity(CUPS, 4)));
        var opened =
                order.when(
                                new OpenReturn(
                                        ID,
                                        ReturnId.of(new UUID(0x0199d0a46f3c7000L, 1)),
                                        ReturnKind.RETURN,
                                        List.of(new LineQuantity(CUPS, 4)),
                                        Instant.EPOCH))
                        .events();
        assertThat(((ReturnOpened) opened.getFirst()).lines().getFirst().paid())
                .isEqualTo(eur("40.00"));
    }

    @Test
    void o04_aPriceAloneMovesNoStock() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(shipment(1), new LineQuantity(TEA, 3)),
                                propose(CHANGE, edit(TEA, null, "3.00"), edit(CUPS, null, "9.00")));

        var change = change(order.when(apply(order, CHANGE)).events());

        assertThat(change.reserved()).isEmpty();
        assertThat(change.released()).isEmpty();
    }

    @Test
    void o04_aChangeThatFailsReservesNothingAgain() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(shipment(1), new LineQuantity(TEA, 3)),
                                propose(CHANGE, edit(TEA, 5, "3.00")));
        order.givenCommands(apply(order, CHANGE));

        var failed = order.when(new RejectChange(ID, CHANGE, "none left")).events().getFirst();

        assertThat(((ChangeFailed) failed).released())
                .extracting(ReservedLine::reservationId, ReservedLine::quantity)
                .containsExactly(tuple(ReservationId.forChange(CHANGE, "1"), 2));
        order.given(failed)
                .when(ship(shipment(2), new LineQuantity(TEA, 1)))
                .thenRefused(new FulfilmentRejection.ExceedsOrdered(TEA, 1, 0));
    }

    @Test
    void o05_loweringAQuantityGivesItsUnitsBack() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(TEA, 1, null)));

        var change = change(order.when(apply(order, CHANGE)).events());

        assertThat(change.released())
                .containsExactly(OrderState.reserved(ID, placeOrder().lines().getFirst(), 2));
        order.given(change)
                .when(ship(shipment(1), new LineQuantity(TEA, 2)))
                .thenRefused(new FulfilmentRejection.ExceedsOrdered(TEA, 2, 1));
    }

    @Test
    void o06_addingASkuThatIsThereIsALineOfItsOwnWithItsOwnQuantity() {
        var order = aConfirmedOrder();

        var proposed =
                (ChangeProposed)
                        order.when(propose(CHANGE, newLine("TEA-1", 2, "3.33")))
                                .events()
                                .getFirst();

        assertThat(proposed.lines())
                .containsExactly(
                        new LineChange(ADDED, null, line(ADDED, "TEA-1", 2, "3.33", "0", "0")));
        assertThat(accepted(order.given(proposed)).reservations())
                .extracting(ReservedLine::lineId, ReservedLine::quantity)
                .containsExactly(tuple(ADDED, 2));
    }

    @Test
    void anIncreaseSecuresStockFirstAndThenMoney() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(CUPS, 3, null)));
        var accepted = accepted(order);
        assertThat(accepted.toAuthorise()).isEqualTo(eur("10.00"));
        order.given(accepted);

        order.when(new RecordChangeStock(ID, CHANGE))
                .thenEvents(
                        new ChangeStockReserved(ID, CHANGE),
                        new OrderPaymentRequested(
                                ID, DIFFERENCE, eur("10.00"), "card", "tok_approve"));
        order.givenCommands(new RecordChangeStock(ID, CHANGE));
        order.when(new RecordChangeStock(ID, CHANGE)).thenNothingChanges();

        var events = order.when(new ConfirmOrder(ID, DIFFERENCE, eur("10.00"))).events();
        assertThat(events.getFirst())
                .isEqualTo(new OrderPaymentRecorded(ID, DIFFERENCE, eur("10.00")));
        order.given(events.toArray(OrderEvent[]::new));
        order.when(new ConfirmOrder(ID, DIFFERENCE, eur("10.00"))).thenNothingChanges();

        var shipped =
                (LinesShipped)
                        order.when(
                                        ship(
                                                shipment(1),
                                                new LineQuantity(TEA, 3),
                                                new LineQuantity(CUPS, 3)))
                                .events()
                                .getFirst();
        assertThat(shipped.captured())
                .containsExactly(
                        new PaymentShare(PAYMENT, eur("35.60")),
                        new PaymentShare(DIFFERENCE, eur("10.00")));
        assertThat(shipped.lines()).hasSize(3);
    }

    @Test
    void aRefusedChangeLeavesTheOrderAsItWas() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(CUPS, 3, null)));
        order.givenCommands(apply(order, CHANGE), new RecordChangeStock(ID, CHANGE));

        var events =
                order.when(new RejectOrder(ID, RejectionReason.PAYMENT_DECLINED, "no", DIFFERENCE))
                        .events();

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        ChangeFailed.class,
                        failed -> {
                            assertThat(failed.reason()).isEqualTo("no");
                            assertThat(failed.released()).hasSize(1);
                        });
        order.given(events.toArray(OrderEvent[]::new))
                .when(new ApplyChange(ID, CHANGE, 1, null))
                .thenRefused(new ChangeRejection.ChangeEnded(CHANGE, ChangeStatus.FAILED));
        order.when(new RejectChange(ID, CHANGE, "no")).thenNothingChanges();
        order.when(ship(shipment(1), new LineQuantity(CUPS, 3)))
                .thenRefused(new FulfilmentRejection.ExceedsOrdered(CUPS, 3, 2));
    }

    @Test
    void aChangeIsAppliedToTheVersionThatWasPreviewed() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(TEA, 1, null)));
        long previewed = version(order);
        order.givenCommands(ship(shipment(1), new LineQuantity(TEA, 1)));

        order.when(new ApplyChange(ID, CHANGE, previewed, null))
                .thenRefused(
                        new ChangeRejection.ChangeOutdated(
                                CHANGE,
                                previewed,
                                new ChangePreview(
                                        version(order),
                                        eur("35.60"),
                                        eur("27.67"),
                                        eur("0"),
                                        eur("0"))));
        assertThat(order.when(apply(order, CHANGE)).events())
                .singleElement()
                .isInstanceOf(ChangeApplied.class);
    }

    @Test
    void whatWasShippedSinceIsNotUndone() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                propose(CHANGE, edit(TEA, 1, null)),
                                ship(shipment(1), new LineQuantity(TEA, 2)));

        order.when(apply(order, CHANGE)).thenRefused(new ChangeRejection.BelowShipped(TEA, 1, 2));
    }

    @Test
    void thereIsOneOpenChange() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(TEA, 1, null)));

        order.when(propose(changeId(2), edit(TEA, 2, null)))
                .thenRefused(new ChangeRejection.ChangeOpen(CHANGE));
        order.when(propose(CHANGE, edit(TEA, 1, null))).thenNothingChanges();
        order.when(propose(CHANGE, edit(TEA, 2, null)))
                .thenRefused(new ChangeRejection.ChangeDiffers(CHANGE));
        order.when(new WithdrawChange(ID, changeId(2)))
                .thenRefused(new ChangeRejection.UnknownChange(changeId(2)));

        order.givenCommands(new WithdrawChange(ID, CHANGE));
        order.when(new WithdrawChange(ID, CHANGE)).thenNothingChanges();
        order.when(apply(order, CHANGE))
                .thenRefused(new ChangeRejection.ChangeEnded(CHANGE, ChangeStatus.WITHDRAWN));
        order.when(propose(CHANGE, edit(TEA, 1, null))).thenNothingChanges();
    }

    @Test
    void whileAChangeIsAppliedNothingShipsAndNothingIsCancelled() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(CUPS, 3, null)));
        order.givenCommands(apply(order, CHANGE));
        var underway = new ChangeRejection.ChangeUnderway(CHANGE);

        order.when(apply(order, CHANGE)).thenNothingChanges();
        order.when(ship(shipment(1), new LineQuantity(TEA, 1))).thenRefused(underway);
        order.when(new CancelOrder(ID, "why")).thenRefused(underway);
        assertThat(order.state().allowed())
                .contains("WithdrawChange")
                .doesNotContain("ShipLines", "CancelOrder", "CancelLines", "ApplyChange");

        order.givenCommands(new RecordChangeStock(ID, CHANGE));
        var withdrawn = order.when(new WithdrawChange(ID, CHANGE)).events().getFirst();
        assertThat(((ChangeWithdrawn) withdrawn).payment()).isEqualTo(DIFFERENCE);
        order.given(withdrawn)
                .when(new ConfirmOrder(ID, DIFFERENCE, eur("10.00")))
                .thenNothingChanges();
    }

    @Test
    void stockOfAChangeThatWasWithdrawnIsNotKept() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(CUPS, 3, null)));
        order.givenCommands(apply(order, CHANGE), new WithdrawChange(ID, CHANGE));

        order.when(new RecordChangeStock(ID, CHANGE))
                .thenRefused(new ChangeRejection.ChangeEnded(CHANGE, ChangeStatus.WITHDRAWN));
    }

    @Test
    void o11_aDeliveredOrderCanBeChangedAndReturned() {
        var order = aDeliveredOrder();
        assertThat(order.state().allowed()).contains("ProposeChange", "OpenReturn");

        applied(order, propose(CHANGE, newLine("POT-1", 1, "20.00")));

        assertThat(order.state()).extracting("status").isEqualTo(OrderStatus.IN_FULFILMENT);
        order.givenCommands(ship(shipment(2), new LineQuantity(ADDED, 1)));
        assertThat(order.when(new RecordDelivery(ID, shipment(2))).events())
                .last()
                .isEqualTo(new OrderCompleted(ID));
    }

    @Test
    void aHigherPriceOfShippedUnitsIsCapturedWithTheChange() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(
                                        shipment(1),
                                        new LineQuantity(TEA, 3),
                                        new LineQuantity(CUPS, 2)),
                                propose(CHANGE, edit(CUPS, null, "11.00")));
        order.givenCommands(apply(order, CHANGE));

        var change = change(order.when(new ConfirmOrder(ID, DIFFERENCE, eur("2.00"))).events());

        assertThat(change.captures()).containsExactly(new PaymentShare(DIFFERENCE, eur("2.00")));
    }

    @Test
    void wishesThatCannotBeAreRefused() {
        var order = aConfirmedOrder().givenCommands(ship(shipment(1), new LineQuantity(TEA, 2)));

        order.when(propose(CHANGE, edit(TEA, 1, null)))
                .thenRefused(new ChangeRejection.BelowShipped(TEA, 1, 2));
        order.when(new ProposeChange(ID, CHANGE, List.of(), List.of(), List.of(TEA), null))
                .thenRefused(new ChangeRejection.BelowShipped(TEA, 0, 2));
        order.when(propose(CHANGE, edit(TEA, null, "0.10")))
                .thenRefused(new OrderRejection.DiscountTooLarge(TEA));
        order.when(propose(CHANGE, edit(TEA, 4, null), edit(TEA, 5, null)))
                .thenRefused(new ChangeRejection.LineNamedTwice(TEA));
        order.when(propose(CHANGE, edit(new LineId("9"), 4, null)))
                .thenRefused(new OrderRejection.UnknownLine(new LineId("9")));
        order.when(propose(CHANGE, edit(TEA, 3, "3.33")))
                .thenRefused(new ChangeRejection.NothingToChange(CHANGE));
        order.when(propose(CHANGE, newLine("POT-1", 1_000_000, "999999999999.00")))
                .thenRefused(new ChangeRejection.TotalTooLarge(ID));
        order.when(
                        propose(
                                CHANGE,
                                new LineEdit(
                                        TEA,
                                        null,
                                        new Money(BigDecimal.ONE, Currency.getInstance("USD")),
                                        null)))
                .thenRefused(new OrderRejection.OtherCurrency("USD", "EUR"));
        anOrder()
                .givenCommands(placeOrder(), new CancelOrder(ID, "why"))
                .when(propose(CHANGE, edit(TEA, 1, null)))
                .thenRefused(
                        new OrderRejection.WrongStatus("ProposeChange", OrderStatus.CANCELLING));
    }

    @Test
    void aLineThatIsBeingReturnedKeepsItsPrice() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(shipment(1), new LineQuantity(CUPS, 1)),
                                new OpenReturn(
                                        ID,
                                        ReturnId.of(new UUID(0x0199d0a46f3c7000L, 1)),
                                        ReturnKind.RETURN,
                                        List.of(new LineQuantity(CUPS, 1)),
                                        Instant.EPOCH));

        order.when(propose(CHANGE, edit(CUPS, null, "8.00")))
                .thenRefused(new ChangeRejection.LineReturned(CUPS));
        assertThat(order.when(propose(CHANGE, edit(CUPS, 3, null))).events()).hasSize(1);
    }

    @Test
    void aChangeOfAnOrderThatIsNotConfirmedWaits() {
        var order =
                anOrder()
                        .givenCommands(
                                placeOrder(),
                                new RecordStockReserved(ID),
                                propose(CHANGE, edit(TEA, 1, null)));

        order.when(apply(order, CHANGE))
                .thenRefused(new OrderRejection.WrongStatus("ApplyChange", OrderStatus.PLACED));
        order.givenCommands(new CancelOrder(ID, "why"))
                .when(new WithdrawChange(ID, CHANGE))
                .thenNothingChanges();
    }

    private static ApplyChange apply(
            Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> order, ChangeId id) {
        return new ApplyChange(ID, id, version(order), null);
    }

    private static ChangeAccepted accepted(
            Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> order) {
        return (ChangeAccepted) order.when(apply(order, CHANGE)).events().getFirst();
    }

    private static ChangeApplied change(List<OrderEvent> events) {
        return events.stream()
                .filter(ChangeApplied.class::isInstance)
                .map(ChangeApplied.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** With the stock and the money that it needs. */
    private static Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> applied(
            Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> order,
            ProposeChange change) {
        order.givenCommands(change);
        var preview = ChangeDecisions.preview((OrderState.Placed) order.state()).orElseThrow();
        order.givenCommands(
                apply(order, CHANGE),
                new RecordChangeStock(ID, CHANGE),
                new ConfirmOrder(ID, DIFFERENCE, preview.toAuthorise()));
        return order;
    }
}
