package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.aDeliveredOrder;
import static io.daybook.domain.order.OrderFixtures.changeId;
import static io.daybook.domain.order.OrderFixtures.edit;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.newLine;
import static io.daybook.domain.order.OrderFixtures.propose;
import static io.daybook.domain.order.OrderFixtures.version;
import static io.daybook.domain.order.OrderViews.at;
import static io.daybook.domain.order.OrderViews.line;
import static io.daybook.domain.order.OrderViews.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.PaymentId;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What callers see of staged changes. */
class OrderChangeViewTest {

    private static final ChangeId CHANGE = changeId(1);
    private static final ChangeId OTHER = changeId(2);
    private static final LineId ADDED = new LineId("3");

    @Test
    void aProposalShowsWhatItWouldCost() {
        var order =
                aConfirmedOrder()
                        .givenCommands(
                                new ProposeChange(
                                        ID,
                                        CHANGE,
                                        List.of(newLine("POT-1", 1, "20.00")),
                                        List.of(edit(TEA, 4, "3.00")),
                                        List.of(CUPS),
                                        "called"));

        assertThat(seen(order).changes())
                .containsExactly(
                        new ChangeView(
                                CHANGE,
                                ChangeStatus.PROPOSED,
                                List.of(
                                        new ChangeView.Line(
                                                TEA,
                                                line(seen(order), TEA).sku(),
                                                3,
                                                4,
                                                amount("3.33"),
                                                amount("3.00"),
                                                amount("1.00"),
                                                amount("1.00")),
                                        new ChangeView.Line(
                                                CUPS,
                                                line(seen(order), CUPS).sku(),
                                                2,
                                                0,
                                                amount("10.00"),
                                                null,
                                                amount("0.00"),
                                                null),
                                        new ChangeView.Line(
                                                ADDED,
                                                newLine("POT-1", 1, "20.00").sku(),
                                                0,
                                                1,
                                                null,
                                                amount("20.00"),
                                                null,
                                                amount("0.00"))),
                                version(order),
                                amount("35.60"),
                                amount("37.99"),
                                amount("2.39"),
                                amount("0.00"),
                                "called",
                                null,
                                at(version(order)),
                                null));
    }

    @Test
    void aChangeIsShownUntilItHasEnded() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(CUPS, 3, null)));
        order.givenCommands(new WithdrawChange(ID, CHANGE), propose(OTHER, edit(CUPS, 4, null)));
        long withdrawn = version(order) - 1;
        assertThat(seen(order).changes())
                .extracting(ChangeView::status, ChangeView::endedAt)
                .containsExactly(
                        tuple(ChangeStatus.WITHDRAWN, at(withdrawn)),
                        tuple(ChangeStatus.PROPOSED, null));

        order.givenCommands(new ApplyChange(ID, OTHER, version(order), null));
        assertThat(seen(order).changes().getLast())
                .returns(ChangeStatus.APPLYING, ChangeView::status)
                .returns(null, ChangeView::endedAt);

        order.givenCommands(new RecordChangeStock(ID, OTHER));
        assertThat(seen(order).changes().getLast().status()).isEqualTo(ChangeStatus.APPLYING);
        assertThat(line(seen(order), CUPS).reserved()).isEqualTo(2);

        order.givenCommands(new ConfirmOrder(ID, PaymentId.forChange(OTHER), eur("20.00")));
        assertThat(seen(order).changes().getLast())
                .returns(ChangeStatus.APPLIED, ChangeView::status)
                .returns(at(version(order)), ChangeView::endedAt);
        assertThat(line(seen(order), CUPS))
                .returns(4, OrderView.Line::quantity)
                .returns(4, OrderView.Line::reserved);
        assertThat(seen(order).changes().getFirst().status()).isEqualTo(ChangeStatus.WITHDRAWN);
    }

    @Test
    void aChangeThatFailedSaysWhy() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(CUPS, 3, null)));
        order.givenCommands(
                new ApplyChange(ID, CHANGE, version(order), null),
                new RejectChange(ID, CHANGE, "none left"));

        assertThat(seen(order).changes())
                .singleElement()
                .returns(ChangeStatus.FAILED, ChangeView::status)
                .returns("none left", ChangeView::failure)
                .returns(at(version(order)), ChangeView::endedAt);
    }

    @Test
    void anOrderThatEndsTakesOnlyItsOpenChangeWithIt() {
        var order = aConfirmedOrder().givenCommands(propose(CHANGE, edit(TEA, 1, null)));
        order.givenCommands(
                new ApplyChange(ID, CHANGE, version(order), null),
                propose(OTHER, edit(CUPS, 3, null)),
                new CancelOrder(ID, "why"));

        assertThat(seen(order).changes())
                .extracting(ChangeView::status)
                .containsExactly(ChangeStatus.APPLIED, ChangeStatus.WITHDRAWN);
        assertThat(seen(order).changes().getLast().endedAt()).isEqualTo(at(version(order)));
    }

    @Test
    void aCompletedOrderGoesOnWhenAChangeAddsUnits() {
        var order = aDeliveredOrder();
        order.givenCommands(propose(CHANGE, newLine("POT-1", 1, "20.00")));
        order.givenCommands(
                new ApplyChange(ID, CHANGE, version(order), null),
                new RecordChangeStock(ID, CHANGE),
                new ConfirmOrder(ID, PaymentId.forChange(CHANGE), eur("20.00")));

        assertThat(seen(order).status()).isEqualTo(OrderStatus.IN_FULFILMENT);
        assertThat(order.state()).extracting("status").isEqualTo(OrderStatus.IN_FULFILMENT);
        assertThat(line(seen(order), ADDED).reserved()).isEqualTo(1);
    }

    @Test
    void aCompletedOrderStaysSoWhenAChangeOnlyLowersAPrice() {
        var order = aDeliveredOrder();
        order.givenCommands(propose(CHANGE, edit(CUPS, null, "9.00")));
        var apply = new ApplyChange(ID, CHANGE, version(order), null);
        assertThat(order.when(apply).events()).singleElement().isInstanceOf(ChangeApplied.class);
        order.givenCommands(apply);

        assertThat(seen(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.state()).extracting("status").isEqualTo(OrderStatus.COMPLETED);
        assertThat(line(seen(order), CUPS).unitPrice()).isEqualByComparingTo("9.00");
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }
}
