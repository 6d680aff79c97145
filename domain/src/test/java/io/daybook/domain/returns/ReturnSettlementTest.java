package io.daybook.domain.returns;

import static io.daybook.domain.returns.Disposition.RESTOCK;
import static io.daybook.domain.returns.Disposition.SCRAP;
import static io.daybook.domain.returns.Disposition.SEND_BACK;
import static io.daybook.domain.returns.ReturnFixtures.CUPS;
import static io.daybook.domain.returns.ReturnFixtures.CUSTOMER;
import static io.daybook.domain.returns.ReturnFixtures.ID;
import static io.daybook.domain.returns.ReturnFixtures.ORDER;
import static io.daybook.domain.returns.ReturnFixtures.REPLACEMENT;
import static io.daybook.domain.returns.ReturnFixtures.TEA;
import static io.daybook.domain.returns.ReturnFixtures.aReturn;
import static io.daybook.domain.returns.ReturnFixtures.accepted;
import static io.daybook.domain.returns.ReturnFixtures.anApprovedReturn;
import static io.daybook.domain.returns.ReturnFixtures.approve;
import static io.daybook.domain.returns.ReturnFixtures.eur;
import static io.daybook.domain.returns.ReturnFixtures.exchange;
import static io.daybook.domain.returns.ReturnFixtures.failed;
import static io.daybook.domain.returns.ReturnFixtures.inspect;
import static io.daybook.domain.returns.ReturnFixtures.made;
import static io.daybook.domain.returns.ReturnFixtures.operation;
import static io.daybook.domain.returns.ReturnFixtures.outbound;
import static io.daybook.domain.returns.ReturnFixtures.plan;
import static io.daybook.domain.returns.ReturnFixtures.receive;
import static io.daybook.domain.returns.ReturnFixtures.refused;
import static io.daybook.domain.returns.ReturnFixtures.request;
import static io.daybook.domain.returns.ReturnFixtures.step;
import static io.daybook.domain.returns.ReturnFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is paid back for a return. */
class ReturnSettlementTest {

    @Test
    void r01_only_what_arrived_is_paid_back() {
        var received =
                anApprovedReturn()
                        .givenCommands(
                                receive("p1", units(TEA, 2)),
                                inspect("i1", accepted(TEA, 2, RESTOCK)));

        assertThat(lastDue(received)).isEqualTo(due(1, 1, "6.67"));
        received.when(plan(1, 1, "6.68"))
                .thenRefused(new ReturnRejection.ExceedsDue(eur("6.68"), eur("6.67")));
    }

    @Test
    void r05_a_partial_refund_does_not_end_the_return() {
        var first =
                anApprovedReturn()
                        .givenCommands(
                                receive("p1", units(TEA, 1)),
                                inspect("i1", accepted(TEA, 1, RESTOCK)),
                                plan(1, 1, "3.33"),
                                made(1, 1, 1));

        assertThat(status(first)).isEqualTo(ReturnStatus.PARTLY_RECEIVED);
        first.givenCommands(
                receive("p2", units(TEA, 2), units(CUPS, 2)),
                inspect("i2", accepted(TEA, 2, RESTOCK), accepted(CUPS, 2, SCRAP)));
        assertThat(lastDue(first)).isEqualTo(due(2, 1, "26.67"));
        first.givenCommands(plan(2, 1, "26.67"));
        first.when(made(2, 1, 1))
                .thenEvents(
                        refundMade(2, 1, "26.67"),
                        new ReturnSettled(
                                ID, ORDER, eur("30.00"), List.of(units(TEA, 3), units(CUPS, 2))));
    }

    @Test
    void feesAreKeptBackOnce() {
        var received =
                aReturn()
                        .givenCommands(
                                request(ReturnKind.RETURN),
                                approve("2.00", "3.00"),
                                receive("p1", units(TEA, 3), units(CUPS, 2)),
                                inspect("i1", accepted(TEA, 1, RESTOCK)));

        assertThat(lastDue(received)).isEqualTo(due(1, 1, "0.00"));
        received.givenCommands(plan(1, 1), inspect("i2", accepted(TEA, 2, RESTOCK)));
        assertThat(lastDue(received)).isEqualTo(due(2, 1, "5.00"));
        received.givenCommands(inspect("i3", accepted(CUPS, 2, RESTOCK)));
        assertThat(lastDue(received)).isEqualTo(due(3, 1, "20.00"));
    }

    @Test
    void r15_a_settlement_goes_over_several_payments() {
        var other = PaymentId.forOrder(REPLACEMENT);
        var steps =
                List.of(
                        step(1, 1, 1, "10.00"),
                        new RefundStep(
                                operation(1, 1, 2),
                                RefundStep.Target.PAYMENT,
                                other,
                                eur("15.00")));
        var inspected =
                anApprovedReturn()
                        .givenCommands(
                                receive("p1", units(TEA, 3), units(CUPS, 2)),
                                inspect(
                                        "i1",
                                        accepted(TEA, 3, RESTOCK),
                                        accepted(CUPS, 2, RESTOCK)));

        inspected
                .when(plan(1, 1, steps))
                .thenEvents(
                        new ReturnSettlementPlanned(
                                ID, ORDER, 1, steps, eur("5.00"), eur("30.00"), CUSTOMER));
        inspected.givenCommands(plan(1, 1, steps));
        inspected.when(plan(1, 1, "1.00")).thenNothingChanges();
        inspected.when(made(1, 1, 1)).thenEvents(refundMade(1, 1, "10.00"));
        inspected.givenCommands(made(1, 1, 1));
        assertThat(status(inspected)).isEqualTo(ReturnStatus.INSPECTED);
        inspected.when(made(1, 1, 1)).thenNothingChanges();
        inspected
                .when(made(1, 1, 2))
                .thenEvents(
                        new ReturnRefundMade(ID, ORDER, 1, operation(1, 1, 2), eur("15.00")),
                        new ReturnSettled(
                                ID, ORDER, eur("25.00"), List.of(units(TEA, 3), units(CUPS, 2))));
    }

    @Test
    void r10_what_could_not_be_paid_back_is_paid_another_time() {
        var failed =
                anApprovedReturn()
                        .givenCommands(
                                receive("p1", units(TEA, 3), units(CUPS, 2)),
                                inspect(
                                        "i1",
                                        accepted(TEA, 3, RESTOCK),
                                        accepted(CUPS, 2, RESTOCK)),
                                plan(1, 1, List.of(step(1, 1, 1, "10.00"), step(1, 1, 2, "20.00"))),
                                made(1, 1, 1));

        failed.when(new SettleReturn(ID, null)).thenNothingChanges();
        failed.when(failed(1, 1, 2))
                .thenEvents(
                        new ReturnRefundFailed(
                                ID, ORDER, 1, operation(1, 1, 2), eur("20.00"), "card closed"));
        failed.givenCommands(failed(1, 1, 2));
        assertThat(status(failed)).isEqualTo(ReturnStatus.INSPECTED);
        failed.when(new SettleReturn(ID, null)).thenEvents(due(1, 2, "20.00"));
        failed.when(new SettleReturn(ID, RefundTo.STORE_CREDIT))
                .thenEvents(
                        new ReturnSettlementDue(
                                ID,
                                ORDER,
                                1,
                                2,
                                RefundTo.STORE_CREDIT,
                                eur("20.00"),
                                eur("0.00"),
                                null));
        failed.givenCommands(new SettleReturn(ID, null));
        failed.when(plan(1, 1, "20.00")).thenNothingChanges();
        failed.when(plan(1, 2, "20.01"))
                .thenRefused(new ReturnRejection.ExceedsDue(eur("20.01"), eur("20.00")));
        failed.givenCommands(plan(1, 2, "20.00"));
        failed.when(made(1, 2, 1))
                .thenEvents(
                        new ReturnRefundMade(ID, ORDER, 1, operation(1, 2, 1), eur("20.00")),
                        new ReturnSettled(
                                ID, ORDER, eur("30.00"), List.of(units(TEA, 3), units(CUPS, 2))));
    }

    @Test
    void thereIsNothingToSettleBeforeTheInspection() {
        anApprovedReturn()
                .when(new SettleReturn(ID, null))
                .thenRefused(
                        new ReturnRejection.WrongStatus("SettleReturn", ReturnStatus.APPROVED));
        anApprovedReturn()
                .when(plan(1, 1, "1.00"))
                .thenRefused(new ReturnRejection.UnknownSettlement(1));
        anApprovedReturn()
                .when(made(1, 1, 1))
                .thenRefused(new ReturnRejection.UnknownOperation(operation(1, 1, 1)));
    }

    @Test
    void aReturnThatPaysNothingIsSettledAllTheSame() {
        anApprovedReturn()
                .givenCommands(
                        receive("p1", units(TEA, 3), units(CUPS, 2)),
                        inspect("i1", refused(TEA, 3, SEND_BACK), refused(CUPS, 2, SCRAP)))
                .when(plan(1, 1))
                .thenEvents(
                        new ReturnSettlementPlanned(
                                ID, ORDER, 1, List.of(), eur("0.00"), eur("0.00"), CUSTOMER),
                        new ReturnSettled(ID, ORDER, eur("0.00"), List.of(units(CUPS, 2))));
    }

    @Test
    void r06_a_claim_is_paid_when_it_is_approved_and_its_units_count_as_returned() {
        var claim = aReturn().givenCommands(request(ReturnKind.CLAIM));

        claim.when(approve("1.00", "0.00"))
                .thenEvents(
                        new ReturnApproved(ID, ORDER, eur("1.00"), eur("0.00"), null),
                        due(1, 1, "29.00"));
        claim.givenCommands(approve("1.00", "0.00"), plan(1, 1, "29.00"));
        assertThat(status(claim)).isEqualTo(ReturnStatus.APPROVED);
        assertThat(claim.state().allowed()).containsExactly("SettleReturn");
        claim.when(new CancelReturn(ID, "x")).thenRefused(new ReturnRejection.AlreadyInspected(ID));
        claim.when(made(1, 1, 1))
                .thenEvents(
                        refundMade(1, 1, "29.00"),
                        new ReturnSettled(
                                ID, ORDER, eur("29.00"), List.of(units(TEA, 3), units(CUPS, 2))));
    }

    @Test
    void aStepIsUnderWayUntilItIsAnsweredAndNeverAgain() {
        var settled =
                anApprovedReturn()
                        .givenCommands(
                                receive("p1", units(CUPS, 2)),
                                inspect("i1", accepted(CUPS, 2, RESTOCK)),
                                plan(1, 1, "20.00"));
        assertThat(isUnderWay(settled.state(), 1)).isTrue();

        settled.givenCommands(failed(1, 1, 1));
        assertThat(isUnderWay(settled.state(), 1)).isFalse();

        settled.givenCommands(new SettleReturn(ID, null), plan(1, 2, "20.00"));
        assertThat(isUnderWay(settled.state(), 1)).isFalse();
        assertThat(isUnderWay(settled.state(), 2)).isTrue();
    }

    private static boolean isUnderWay(ReturnState state, int attempt) {
        return state instanceof ReturnState.Requested known
                && known.isUnderWay(operation(1, attempt, 1));
    }

    @Test
    void moneyThatIsDueAndNotPlannedYetIsPromisedToTheExchangeOnce() {
        var exchange =
                aReturn()
                        .givenCommands(
                                request(ReturnKind.EXCHANGE, outbound(1, "25.00")),
                                approve(),
                                receive("p1", units(CUPS, 2), units(TEA, 3)),
                                inspect("i1", accepted(CUPS, 2, RESTOCK)),
                                inspect("i2", accepted(TEA, 3, RESTOCK)));

        assertThat(lastDue(exchange)).isEqualTo(due(2, 1, "10.00", "5.00", REPLACEMENT));
    }

    @Test
    void whatIsDueBeyondThePriceOfTheExchangeIsNotPromisedToIt() {
        var exchange =
                aReturn()
                        .givenCommands(
                                request(ReturnKind.EXCHANGE, outbound(1, "15.00")),
                                approve(),
                                receive("p1", units(CUPS, 2), units(TEA, 3)),
                                inspect("i1", accepted(CUPS, 2, RESTOCK)),
                                inspect("i2", accepted(TEA, 3, RESTOCK)));

        assertThat(lastDue(exchange)).isEqualTo(due(2, 1, "10.00", "0.00", REPLACEMENT));
    }

    @Test
    void anExchangeIsPaidWithTheReturnedGoodsAndTheRestGoesBack() {
        var exchange =
                aReturn()
                        .givenCommands(
                                request(ReturnKind.EXCHANGE, outbound(1, "25.00")),
                                approve(),
                                receive("p1", units(TEA, 3), units(CUPS, 2)),
                                inspect("i1", accepted(CUPS, 2, RESTOCK)));

        assertThat(lastDue(exchange)).isEqualTo(due(1, 1, "20.00", "20.00", REPLACEMENT));
        var first = plan(1, 1, List.of(exchange(1, 1, 1, "20.00")));
        exchange.when(first)
                .thenEvents(
                        new ReturnSettlementPlanned(
                                ID, ORDER, 1, first.steps(), eur("0.00"), eur("0.00"), CUSTOMER));
        exchange.givenCommands(first, inspect("i2", accepted(TEA, 3, RESTOCK)));
        assertThat(lastDue(exchange)).isEqualTo(due(2, 1, "10.00", "5.00", REPLACEMENT));
        var second = plan(2, 1, List.of(exchange(2, 1, 1, "5.00"), step(2, 1, 2, "5.00")));
        exchange.when(second)
                .thenEvents(
                        new ReturnSettlementPlanned(
                                ID, ORDER, 2, second.steps(), eur("0.00"), eur("5.00"), CUSTOMER));
    }

    @Test
    void anOperationTellsItsReturn() {
        assertThat(RefundStep.returnOf(operation(1, 2, 3))).contains(ID);
        assertThat(RefundStep.returnOf("refund-" + ID)).isEmpty();
        assertThat(RefundStep.returnOf(ReturnId.class.getName())).isEmpty();
        assertThatThrownBy(() -> step(1, 1, 1, "0.00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ReturnRefundMade refundMade(int settlement, int step, String amount) {
        return new ReturnRefundMade(
                ID, ORDER, settlement, operation(settlement, 1, step), eur(amount));
    }

    private static ReturnSettlementDue due(int settlement, int attempt, String amount) {
        return due(settlement, attempt, amount, "0.00", null);
    }

    private static ReturnSettlementDue due(
            int settlement,
            int attempt,
            String amount,
            String forReplacement,
            @Nullable OrderId replacement) {
        return new ReturnSettlementDue(
                ID,
                ORDER,
                settlement,
                attempt,
                RefundTo.ORIGINAL,
                eur(amount),
                eur(forReplacement),
                replacement);
    }

    /** What the newest settlement is about, as the last event told. */
    private static ReturnEvent lastDue(
            Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> scenario) {
        return scenario.history().getLast();
    }

    private static ReturnStatus status(
            Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> scenario) {
        return ((ReturnState.Requested) scenario.state()).status();
    }
}
