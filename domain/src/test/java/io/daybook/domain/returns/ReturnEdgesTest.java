package io.daybook.domain.returns;

import static io.daybook.domain.returns.Disposition.MISSING;
import static io.daybook.domain.returns.Disposition.RESTOCK;
import static io.daybook.domain.returns.ReturnFixtures.CUPS;
import static io.daybook.domain.returns.ReturnFixtures.DEADLINE;
import static io.daybook.domain.returns.ReturnFixtures.ID;
import static io.daybook.domain.returns.ReturnFixtures.NOW;
import static io.daybook.domain.returns.ReturnFixtures.ORDER;
import static io.daybook.domain.returns.ReturnFixtures.PAYMENT;
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
import static io.daybook.domain.returns.ReturnFixtures.outbound;
import static io.daybook.domain.returns.ReturnFixtures.plan;
import static io.daybook.domain.returns.ReturnFixtures.receive;
import static io.daybook.domain.returns.ReturnFixtures.refused;
import static io.daybook.domain.returns.ReturnFixtures.request;
import static io.daybook.domain.returns.ReturnFixtures.step;
import static io.daybook.domain.returns.ReturnFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.ReturnTerms;
import io.daybook.domain.order.ReturnableLine;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The less usual states of a return. */
class ReturnEdgesTest {

    @Test
    void whatIsAllowedFollowsTheGoods() {
        var goods = List.of("ReceiveReturn", "InspectReturn", "CancelReturn");
        var returned = aReturn();
        assertThat(returned.state().allowed()).containsExactly("RequestReturn");
        assertThat(returned.givenCommands(request(ReturnKind.RETURN)).state().allowed())
                .containsExactly("ApproveReturn", "DeclineReturn", "CancelReturn");
        assertThat(returned.givenCommands(approve()).state().allowed()).isEqualTo(goods);
        assertThat(returned.givenCommands(receive("p1", units(TEA, 2))).state().allowed())
                .isEqualTo(goods);

        returned.givenCommands(inspect("i1", accepted(TEA, 1, RESTOCK)));
        assertThat(returned.state().allowed())
                .containsExactly("ReceiveReturn", "InspectReturn", "SettleReturn", "CloseReturn");
        returned.givenCommands(receive("p2", units(TEA, 1), units(CUPS, 2)));
        assertThat(returned.state().allowed())
                .containsExactly("ReceiveReturn", "InspectReturn", "SettleReturn");
        returned.givenCommands(
                inspect("i2", accepted(TEA, 2, RESTOCK), accepted(CUPS, 2, RESTOCK)));
        assertThat(returned.state().allowed()).containsExactly("ReceiveReturn", "SettleReturn");
        returned.givenCommands(
                plan(1, 1, "3.33"), made(1, 1, 1), plan(2, 1, "26.67"), made(2, 1, 1));
        assertThat(returned.state().allowed()).containsExactly("CloseReturn");
    }

    @Test
    void goodsThatAllArrivedUnjudgedMayStillBeCancelled() {
        assertThat(
                        anApprovedReturn()
                                .givenCommands(receive("p1", units(TEA, 3), units(CUPS, 2)))
                                .state()
                                .allowed())
                .containsExactly("ReceiveReturn", "InspectReturn", "CancelReturn");
    }

    @Test
    void missingUnitsAreAPartOfWhatIsKnown() {
        var returned =
                anApprovedReturn()
                        .givenCommands(
                                receive("p1", units(TEA, 1)),
                                inspect("i1", refused(TEA, 1, MISSING)));

        assertThat(((ReturnState.Requested) returned.state()).status())
                .isEqualTo(ReturnStatus.PARTLY_RECEIVED);
    }

    @Test
    void aPaymentCarriesWhatTheCustomerGotInAnotherWay() {
        var other = PaymentId.forOrder(REPLACEMENT);
        var credit =
                new RefundStep(
                        ReturnFixtures.operation(1, 1, 2),
                        RefundStep.Target.STORE_CREDIT,
                        PAYMENT,
                        eur("4.00"));
        var exchange =
                judged(outbound(1, "10.00"))
                        .givenCommands(
                                ReturnFixtures.plan(
                                        1,
                                        1,
                                        List.of(
                                                exchange(1, 1, 1, "10.00"),
                                                credit,
                                                step(1, 1, 3, "16.00"))));

        assertThat(carried(exchange, other)).isEqualTo(eur("10.00"));
        assertThat(carried(exchange, PAYMENT)).isEqualTo(eur("4.00"));
        assertThat(carried(exchange.givenCommands(failed(1, 1, 1)), other)).isEqualTo(eur("0.00"));
        assertThat(carried(exchange.givenCommands(made(1, 1, 2)), PAYMENT)).isEqualTo(eur("4.00"));
    }

    @Test
    void aSettlementIsDueThenUnderWayThenEnded() {
        var returned = judged();
        assertThat(settlement(returned)).isEqualTo(Settlement.Status.DUE);
        assertThat(settlement(returned.givenCommands(plan(1, 1, "30.00"))))
                .isEqualTo(Settlement.Status.UNDER_WAY);
        assertThat(settlement(returned.givenCommands(failed(1, 1, 1))))
                .isEqualTo(Settlement.Status.FAILED);
        assertThat(settlement(returned.givenCommands(new SettleReturn(ID, RefundTo.STORE_CREDIT))))
                .isEqualTo(Settlement.Status.DUE);
        assertThat(settlement(returned.givenCommands(plan(1, 2, "30.00"), made(1, 2, 1))))
                .isEqualTo(Settlement.Status.DONE);
    }

    @Test
    void theRequestFollowsFromWhatTheOrderSetAside() {
        var terms =
                new ReturnTerms(
                        List.of(
                                new ReturnTerms.Reason(CUPS, "chipped"),
                                new ReturnTerms.Reason(CUPS, "ugly")),
                        RefundTo.STORE_CREDIT,
                        List.of(outbound(1, "5.00")));
        var tea = new ReturnableLine(TEA, sku("TEA-1"), main(), 3, eur("3.33"), eur("10.00"));
        var cups = new ReturnableLine(CUPS, sku("CUP-1"), main(), 2, eur("10.00"), eur("20.00"));

        assertThat(RequestReturn.of(ID, ORDER, ReturnKind.EXCHANGE, List.of(tea, cups), terms, NOW))
                .isEqualTo(
                        new RequestReturn(
                                ID,
                                ORDER,
                                ReturnKind.EXCHANGE,
                                List.of(
                                        new ReturnLine(
                                                TEA, sku("TEA-1"), main(), 3, eur("10.00"), ""),
                                        new ReturnLine(
                                                CUPS,
                                                sku("CUP-1"),
                                                main(),
                                                2,
                                                eur("20.00"),
                                                "chipped")),
                                RefundTo.STORE_CREDIT,
                                List.of(outbound(1, "5.00")),
                                NOW));
    }

    @Test
    void unitsLapseOnce() {
        var returned =
                anApprovedReturn()
                        .givenCommands(
                                receive("p1", units(TEA, 2)), new ExpireReturn(ID, DEADLINE));
        var ledger = ((ReturnState.Requested) returned.state()).ledger();

        assertThat(ledger.status()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(ledger.quantities(LineUnits::lapsed))
                .containsExactly(units(TEA, 1), units(CUPS, 2));
        assertThat(ledger.quantities(LineUnits::outstanding)).isEmpty();
        assertThat(ledger.evolve(returned.history().getLast())).isEqualTo(ledger);
    }

    private static Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> judged(
            OrderLine... outbound) {
        return aReturn()
                .givenCommands(
                        request(
                                outbound.length == 0 ? ReturnKind.RETURN : ReturnKind.EXCHANGE,
                                outbound),
                        approve(),
                        receive("p1", units(TEA, 3), units(CUPS, 2)),
                        inspect("i1", accepted(TEA, 3, RESTOCK), accepted(CUPS, 2, RESTOCK)));
    }

    private static Object carried(
            Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> returned,
            PaymentId payment) {
        return ((ReturnState.Requested) returned.state()).carried(payment);
    }

    private static Settlement.Status settlement(
            Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> returned) {
        return ((ReturnState.Requested) returned.state())
                .ledger()
                .settlement(1)
                .orElseThrow()
                .status();
    }

    private static Sku sku(String value) {
        return new Sku(value);
    }

    private static Location main() {
        return new Location("main");
    }
}
