package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.changeId;
import static io.daybook.domain.order.OrderFixtures.edit;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.newLine;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.propose;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.domain.order.OrderView.FulfilmentStatus;
import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.order.OrderView.ReturnStatus;
import io.daybook.domain.payment.AuthorisationRequested;
import io.daybook.domain.payment.CaptureRequested;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.payment.PaymentCaptured;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.payment.RefundRequested;
import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What callers see agrees with what the order decides by. */
class OrderFoldTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ReturnId RETURN = ReturnId.of(new UUID(0x0199d0a46f3c7000L, 1));
    private static final LineId ADDED = new LineId("3");

    private OrderState state = OrderState.initial();
    private @Nullable OrderView view;

    @Test
    void theViewComesToWhatTheOrderComesTo() {
        everything();

        var order = (OrderState.Placed) state;
        OrderView seen = seen();
        assertThat(seen.version()).isEqualTo(order.version());
        assertThat(seen.status()).isEqualTo(order.status());
        assertThat(seen.totals().total()).isEqualTo(order.total().amount());
        for (LineState line : order.lines()) {
            OrderView.Line shown = line(line.lineId());
            assertThat(shown.quantity() - shown.cancelled()).isEqualTo(line.active());
            assertThat(shown.shipped()).isEqualTo(line.shipped());
            assertThat(shown.total()).isEqualTo(line.total().amount());
            assertThat(shown.reserved()).isEqualTo(order.stock().at(line.lineId(), null));
        }
    }

    @Test
    void aViewWithEverythingReadsBackAsTheSameView() {
        everything();
        var json = JsonMapper.builder().build();

        String text = json.writeValueAsString(seen());

        assertThat(json.readValue(text, OrderView.class)).isEqualTo(seen());
    }

    @Test
    void everyLineHasStatusesOfItsOwn() {
        confirmed();
        pay(PAYMENT, "35.60");
        send(ship(shipment(1), new LineQuantity(TEA, 2)), new RecordDelivery(ID, shipment(1)));
        capture(PAYMENT, "12.03");
        send(open(new LineQuantity(TEA, 1)));

        assertThat(seen().lines())
                .extracting(
                        OrderView.Line::paymentStatus,
                        OrderView.Line::fulfilmentStatus,
                        OrderView.Line::returnStatus)
                .containsExactly(
                        tuple(
                                OrderPaymentStatus.PARTLY_CAPTURED,
                                FulfilmentStatus.PARTLY_DELIVERED,
                                ReturnStatus.REQUESTED),
                        tuple(
                                OrderPaymentStatus.AUTHORISED,
                                FulfilmentStatus.NONE,
                                ReturnStatus.NONE));
        assertThat(seen().returnStatus()).isEqualTo(ReturnStatus.REQUESTED);

        send(new RecordReturnReceived(ID, RETURN, List.of(new LineQuantity(TEA, 1))));
        assertThat(line(TEA).returned()).isEqualTo(1);
        assertThat(line(TEA).returnRequested()).isZero();
        assertThat(seen().returnStatus()).isEqualTo(ReturnStatus.PARTLY_RETURNED);
    }

    @Test
    void grantedRefundsLowerTheBalanceUntilTheyArePaid() {
        confirmed();
        pay(PAYMENT, "35.60");
        send(ship(shipment(1), new LineQuantity(TEA, 3), new LineQuantity(CUPS, 2)));
        capture(PAYMENT, "35.60");
        assertThat(seen().balanceDue()).isEqualByComparingTo("0");

        send(open(new LineQuantity(CUPS, 1)), new GrantRefund(ID, RETURN, eur("10.00"), 1));
        assertThat(seen().balanceDue()).isEqualByComparingTo("-10.00");
        assertThat(seen().refundsGranted()).isEqualByComparingTo("10.00");

        see(new RefundRequested(PAYMENT, ID, "r", eur("10.00"), "returned", List.of(), null));
        see(new PaymentRefunded(PAYMENT, ID, "r", eur("10.00"), "ref", false));
        assertThat(seen().balanceDue()).isEqualByComparingTo("0");
        assertThat(seen().paymentStatus()).isEqualTo(OrderPaymentStatus.PARTLY_REFUNDED);
    }

    @Test
    void aClaimBringsNothingBack() {
        confirmed();
        send(ship(shipment(1), new LineQuantity(TEA, 3), new LineQuantity(CUPS, 2)));
        var one = List.of(new LineQuantity(CUPS, 1));
        send(new OpenReturn(ID, RETURN, ReturnKind.CLAIM, one, NOW));
        send(new RecordReturnEnded(ID, RETURN, one));

        assertThat(line(CUPS).returned()).isZero();
        assertThat(seen().returns())
                .extracting(OrderReturnView::status)
                .containsExactly(OrderReturnView.Progress.ENDED);
    }

    @Test
    void aCancelledOrderShowsWhatItWouldHaveComeTo() {
        confirmed();
        send(new CancelOrder(ID, "why"), new RecordStockReleased(ID));
        send(new RecordPaymentReversed(ID, PAYMENT));

        assertThat(seen().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(seen().totals().total()).isEqualByComparingTo("35.60");
        assertThat(seen().balanceDue()).isEqualByComparingTo("0");
        assertThat(line(TEA).cancelled()).isEqualTo(3);
        assertThat(line(TEA).reserved()).isZero();
    }

    /** Every kind of event that changes quantities or amounts. */
    private void everything() {
        confirmed();
        pay(PAYMENT, "35.60");
        send(
                cancel(1, new LineQuantity(TEA, 1)),
                ship(shipment(1), new LineQuantity(TEA, 1)),
                propose(changeId(1), edit(TEA, 5, "3.00"), edit(CUPS, 1, null)),
                new ApplyChange(ID, changeId(1), version() + 3, null),
                new RecordChangeStock(ID, changeId(1)),
                propose(changeId(2), newLine("POT-1", 2, "7.77")));
        send(new ApplyChange(ID, changeId(2), version(), null));
        send(new RecordChangeStock(ID, changeId(2)));
        var more = PaymentId.forChange(changeId(2));
        send(new ConfirmOrder(ID, more, eur("50.00")));
        send(
                ship(shipment(2), new LineQuantity(TEA, 3), new LineQuantity(ADDED, 1)),
                cancel(2, new LineQuantity(ADDED, 1)),
                open(new LineQuantity(TEA, 1)),
                new GrantRefund(ID, RETURN, eur("1.00"), 1),
                new PlaceHold(ID, HoldId.of(new UUID(0x0199d0a46f3c7000L, 5)), "odd", "ann"),
                new RecordDelivery(ID, shipment(1)));
    }

    private long version() {
        return ((OrderState.Placed) state).version();
    }

    private void confirmed() {
        send(
                placeOrder(),
                new RecordStockReserved(ID),
                new ConfirmOrder(ID, PAYMENT, eur("35.60")));
    }

    private void send(OrderCommand... commands) {
        for (OrderCommand command : commands) {
            var decision = OrderDecider.decide(command, state);
            assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
            var events = ((Decision.Accepted<OrderEvent, OrderRejection>) decision).events();
            for (OrderEvent event : events) {
                state = state.evolve(event);
                view = OrderView.evolve(view, event, NOW);
            }
        }
    }

    private OrderView seen() {
        OrderView now = view;
        if (now == null) {
            throw new AssertionError("nothing was placed");
        }
        return now;
    }

    private OrderView.Line line(LineId lineId) {
        return seen().lines().stream()
                .filter(line -> line.lineId().equals(lineId))
                .findFirst()
                .orElseThrow();
    }

    private void see(PaymentEvent event) {
        view = seen().evolve(event, NOW);
    }

    private void pay(PaymentId payment, String amount) {
        see(new AuthorisationRequested(payment, ID, "authorise", eur(amount), "card", "tok"));
        see(new PaymentAuthorised(payment, ID, "authorise", eur(amount), "r"));
    }

    private void capture(PaymentId payment, String amount) {
        see(new CaptureRequested(payment, ID, "c", eur(amount), null));
        see(new PaymentCaptured(payment, ID, "c", eur(amount), "r"));
    }

    private static OpenReturn open(LineQuantity... lines) {
        return new OpenReturn(ID, RETURN, ReturnKind.RETURN, List.of(lines), NOW);
    }

    private static CancelLines cancel(int n, LineQuantity... lines) {
        return new CancelLines(
                ID,
                CancellationId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000040L + n)),
                "too many",
                List.of(lines));
    }
}
