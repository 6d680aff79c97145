package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.anOrder;
import static io.daybook.domain.order.OrderFixtures.changeId;
import static io.daybook.domain.order.OrderFixtures.edit;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.line;
import static io.daybook.domain.order.OrderFixtures.newLine;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.propose;
import static io.daybook.domain.order.OrderFixtures.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a change may ask for, and what it leaves behind. */
class OrderChangeEdgesTest {

    private static final ChangeId CHANGE = changeId(1);

    @Test
    void newLinesAreNumberedAfterTheHighestNumber() {
        PlaceOrder order = placeOrder();
        var lines =
                List.of(
                        line(new LineId("gift"), "TEA-1", 1, "1.00", "0", "0"),
                        line(new LineId("7"), "TEA-2", 1, "1.00", "0", "0"));
        var change =
                new ProposeChange(
                        ID,
                        CHANGE,
                        List.of(newLine("POT-1", 1, "1.00"), newLine("POT-2", 1, "1.00")),
                        List.of(),
                        List.of(),
                        null);

        var proposed =
                (ChangeProposed)
                        anOrder()
                                .givenCommands(
                                        new PlaceOrder(
                                                ID,
                                                order.customerId(),
                                                lines,
                                                null,
                                                eur("0"),
                                                null,
                                                null,
                                                Map.of()))
                                .when(change)
                                .events()
                                .getFirst();

        assertThat(proposed.lines())
                .extracting(LineChange::lineId)
                .containsExactly(new LineId("8"), new LineId("9"));
    }

    @Test
    void aDiscountMayTakeOffAllOfALineButNotMore() {
        var all = new LineEdit(TEA, null, null, eur("9.99"));
        var more = new LineEdit(TEA, null, null, eur("10.00"));

        assertThat(aConfirmedOrder().when(propose(CHANGE, all)).events()).hasSize(1);
        aConfirmedOrder()
                .when(propose(CHANGE, more))
                .thenRefused(new OrderRejection.DiscountTooLarge(TEA));
    }

    @Test
    void aChangeSecuresOnlyWhatCancelledUnitsDoNotCount() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                new CancelLines(
                                        ID,
                                        CancellationId.of(new UUID(1, 1)),
                                        "too many",
                                        List.of(new LineQuantity(TEA, 1))),
                                propose(CHANGE, edit(TEA, 5, null)));

        var accepted =
                (ChangeAccepted)
                        order.when(new ApplyChange(ID, CHANGE, version(order), null))
                                .events()
                                .getFirst();

        assertThat(accepted.reservations())
                .singleElement()
                .returns(2, ReservedLine::quantity)
                .returns(ReservationId.forChange(CHANGE, "1"), ReservedLine::reservationId);
    }

    @Test
    void aChangeThatWasWithdrawnLeavesNoPaymentBehind() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(CUPS, 3, null)));
        order.givenCommands(
                new ApplyChange(ID, CHANGE, version(order), null),
                new RecordChangeStock(ID, CHANGE),
                new WithdrawChange(ID, CHANGE));

        var cancelled =
                (OrderCancellationRequested)
                        order.when(new CancelOrder(ID, "why")).events().getFirst();

        assertThat(cancelled.payments()).containsExactly(PAYMENT);
    }

    @Test
    void aHigherPriceAloneAsksForItsMoneyAtOnce() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(CUPS, null, "11.00")));

        var events = order.when(new ApplyChange(ID, CHANGE, version(order), null)).events();

        assertThat(events)
                .hasSize(2)
                .last()
                .isEqualTo(
                        new OrderPaymentRequested(
                                ID,
                                PaymentId.forChange(CHANGE),
                                eur("2.00"),
                                "card",
                                "tok_approve"));
    }

    @Test
    void moreUnitsAskForTheirMoneyOnceTheyAreSecured() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(CUPS, 3, null)));

        assertThat(order.when(new ApplyChange(ID, CHANGE, version(order), null)).events())
                .singleElement()
                .isInstanceOf(ChangeAccepted.class);
    }
}
