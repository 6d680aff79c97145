package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.aDeliveredOrder;
import static io.daybook.domain.order.OrderFixtures.anOrder;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.placeUntil;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static io.daybook.domain.order.OrderViews.at;
import static io.daybook.domain.order.OrderViews.line;
import static io.daybook.domain.order.OrderViews.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.domain.order.OrderView.FulfilmentStatus;
import io.daybook.domain.order.OrderView.Hold;
import io.daybook.domain.order.OrderView.Note;
import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.order.OrderView.ReturnStatus;
import io.daybook.domain.order.OrderView.Shipment;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.NoteId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What callers see of an order after each step. */
class OrderStoryViewTest {

    private static final Instant DUE = Instant.parse("2026-11-22T10:00:00Z");
    private static final HoldId FRAUD = HoldId.of(new UUID(0x0199d0a46f3c7000L, 1));
    private static final HoldId ADDRESS = HoldId.of(new UUID(0x0199d0a46f3c7000L, 2));

    @Test
    void aPlacedOrderShowsWhatWasOrdered() {
        PlaceOrder order = placeOrder();
        var view =
                seen(
                        anOrder()
                                .givenCommands(
                                        new PlaceOrder(
                                                ID,
                                                order.customerId(),
                                                order.lines(),
                                                new Address("Ann", "A 1", "B", null, "1", "DE"),
                                                order.shippingFee(),
                                                order.payment(),
                                                "R-1",
                                                Map.of("channel", "web"),
                                                DUE)));

        assertThat(view)
                .returns(ID, OrderView::orderId)
                .returns("R-1", OrderView::reference)
                .returns(new CustomerId("C-1"), OrderView::customerId)
                .returns(OrderStatus.PLACED, OrderView::status)
                .returns(OrderPaymentStatus.NONE, OrderView::paymentStatus)
                .returns(FulfilmentStatus.NONE, OrderView::fulfilmentStatus)
                .returns(ReturnStatus.NONE, OrderView::returnStatus)
                .returns("EUR", OrderView::currency)
                .returns(new BigDecimal("35.60"), OrderView::balanceDue)
                .returns(new BigDecimal("0.00"), OrderView::refundsGranted)
                .returns(
                        new Address("Ann", "A 1", "B", null, "1", "DE"), OrderView::shippingAddress)
                .returns(Map.of("channel", "web"), OrderView::metadata)
                .returns(false, OrderView::archived)
                .returns(DUE, OrderView::expiresAt)
                .returns(at(1), OrderView::placedAt)
                .returns(at(1), OrderView::updatedAt)
                .returns(1L, OrderView::version);
        assertThat(view.lines().getFirst())
                .isEqualTo(
                        new OrderView.Line(
                                TEA,
                                order.lines().getFirst().sku(),
                                null,
                                3,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                OrderPaymentStatus.NONE,
                                FulfilmentStatus.NONE,
                                ReturnStatus.NONE,
                                new BigDecimal("3.33"),
                                new BigDecimal("1.00"),
                                new BigDecimal("1.71"),
                                new BigDecimal("10.70"),
                                order.lines().getFirst().location()));
    }

    @Test
    void nothingIsShownBeforeTheOrderIsPlaced() {
        assertThatThrownBy(() -> OrderView.evolve(null, new OrderConfirmed(ID), DUE))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> OrderState.initial().evolve(new OrderConfirmed(ID)))
                .isInstanceOf(IllegalStateException.class);
        var order = anOrder().givenCommands(placeOrder());
        assertThatThrownBy(() -> order.state().evolve(order.history().getFirst()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aConfirmedOrderHasItsUnitsReserved() {
        var view = seen(aConfirmedOrder());

        assertThat(view.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(view.lines())
                .extracting(OrderView.Line::lineId, OrderView.Line::reserved)
                .containsExactly(tuple(TEA, 3), tuple(CUPS, 2));
        assertThat(view.placedAt()).isEqualTo(at(1));
        assertThat(view.updatedAt()).isEqualTo(at(view.version()));
    }

    @Test
    void holdsAreShownUntilTheyAreReleased() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                new PlaceHold(ID, FRAUD, "odd", "ann"),
                                new PlaceHold(ID, ADDRESS, "no such street", "bob"));
        assertThat(seen(order).holds())
                .containsExactly(
                        new Hold(FRAUD, "odd", "ann", at(seen(order).version() - 1)),
                        new Hold(ADDRESS, "no such street", "bob", at(seen(order).version())));

        order.givenCommands(new ReleaseHold(ID, FRAUD));
        assertThat(seen(order).holds()).extracting(Hold::holdId).containsExactly(ADDRESS);
    }

    @Test
    void notesAndANewCustomerAreShown() {
        var note = NoteId.of(new UUID(0x0199d0a46f3c7000L, 3));
        var view =
                seen(
                        aConfirmedOrder()
                                .givenCommands(
                                        new TransferCustomer(ID, new CustomerId("C-2")),
                                        new AddNote(ID, note, "call back", "ann")));

        assertThat(view.customerId()).isEqualTo(new CustomerId("C-2"));
        assertThat(view.notes())
                .containsExactly(new Note(note, "call back", "ann", at(view.version())));
    }

    @Test
    void aRejectedOrderReservesAndOwesNothing() {
        var view =
                seen(
                        anOrder()
                                .givenCommands(
                                        placeOrder(),
                                        new RecordStockReserved(ID),
                                        new RejectOrder(
                                                ID,
                                                RejectionReason.PAYMENT_DECLINED,
                                                "card closed",
                                                PAYMENT)));

        assertThat(view)
                .returns(OrderStatus.REJECTED, OrderView::status)
                .returns("card closed", OrderView::statusReason)
                .returns(new BigDecimal("0.00"), OrderView::balanceDue);
        assertThat(view.lines()).extracting(OrderView.Line::reserved).containsOnly(0);
    }

    @Test
    void anOrderThatWasNotPaidInTimeReservesAndOwesNothing() {
        var view =
                seen(
                        anOrder()
                                .givenCommands(
                                        placeUntil(DUE),
                                        new RecordStockReserved(ID),
                                        new ExpireOrder(ID, DUE)));

        assertThat(view)
                .returns(OrderStatus.EXPIRED, OrderView::status)
                .returns("not paid in time", OrderView::statusReason)
                .returns(new BigDecimal("0.00"), OrderView::balanceDue);
        assertThat(view.lines()).extracting(OrderView.Line::reserved).containsOnly(0);
    }

    @Test
    void anOrderInCancellationKeepsItsUnitsUntilTheyAreBack() {
        var order = aConfirmedOrder().givenCommands(new CancelOrder(ID, "changed my mind"));
        assertThat(seen(order))
                .returns(OrderStatus.CANCELLING, OrderView::status)
                .returns("changed my mind", OrderView::statusReason);
        assertThat(line(seen(order), TEA).reserved()).isEqualTo(3);

        order.givenCommands(new RecordStockReleased(ID));
        assertThat(seen(order).status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(seen(order).lines()).extracting(OrderView.Line::reserved).containsOnly(0);
        assertThat(seen(order).lines()).extracting(OrderView.Line::cancelled).containsOnly(0);
    }

    @Test
    void shipmentsAreShownFromTheirStartToTheirEnd() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                ship(shipment(1), new LineQuantity(TEA, 2)),
                                ship(shipment(2), new LineQuantity(CUPS, 2)));
        assertThat(seen(order).fulfilmentStatus()).isEqualTo(FulfilmentStatus.PARTLY_SHIPPED);
        assertThat(line(seen(order), TEA))
                .returns(1, OrderView.Line::reserved)
                .returns(2, OrderView.Line::shipped)
                .returns(0, OrderView.Line::delivered);
        long shipped = seen(order).version();

        order.givenCommands(new RecordDeliveryFailure(ID, shipment(2), "nobody home"));
        var first =
                new Shipment(
                        shipment(1),
                        List.of(new LineQuantity(TEA, 2)),
                        eur("12.03").amount(),
                        "DHL",
                        "T-1",
                        at(shipped - 1),
                        null,
                        null,
                        null);
        var second =
                new Shipment(
                        shipment(2),
                        List.of(new LineQuantity(CUPS, 2)),
                        eur("20.00").amount(),
                        "DHL",
                        "T-1",
                        at(shipped),
                        null,
                        "nobody home",
                        at(shipped + 1));
        assertThat(seen(order).shipments()).containsExactly(first, second);

        order.givenCommands(new RecordDelivery(ID, shipment(2)));
        assertThat(seen(order).shipments())
                .containsExactly(
                        first,
                        new Shipment(
                                shipment(2),
                                second.lines(),
                                second.amount(),
                                "DHL",
                                "T-1",
                                at(shipped),
                                at(shipped + 2),
                                null,
                                null));
        assertThat(line(seen(order), CUPS).delivered()).isEqualTo(2);
        assertThat(line(seen(order), TEA).delivered()).isZero();
    }

    @Test
    void aDeliveredOrderIsCompletedClosedAndPutAway() {
        var order = aDeliveredOrder();
        assertThat(seen(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(seen(order).fulfilmentStatus()).isEqualTo(FulfilmentStatus.DELIVERED);

        order.givenCommands(new CloseOrder(ID));
        assertThat(seen(order).status()).isEqualTo(OrderStatus.CLOSED);
        assertThat(seen(order).archived()).isFalse();

        order.givenCommands(new ArchiveOrder(ID));
        assertThat(seen(order).archived()).isTrue();
    }
}
