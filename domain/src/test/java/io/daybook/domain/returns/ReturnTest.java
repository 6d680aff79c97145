package io.daybook.domain.returns;

import static io.daybook.domain.returns.Disposition.MISSING;
import static io.daybook.domain.returns.Disposition.RESTOCK;
import static io.daybook.domain.returns.ReturnFixtures.CUPS;
import static io.daybook.domain.returns.ReturnFixtures.DEADLINE;
import static io.daybook.domain.returns.ReturnFixtures.ID;
import static io.daybook.domain.returns.ReturnFixtures.NOW;
import static io.daybook.domain.returns.ReturnFixtures.ORDER;
import static io.daybook.domain.returns.ReturnFixtures.REPLACEMENT;
import static io.daybook.domain.returns.ReturnFixtures.TEA;
import static io.daybook.domain.returns.ReturnFixtures.aReturn;
import static io.daybook.domain.returns.ReturnFixtures.accepted;
import static io.daybook.domain.returns.ReturnFixtures.anApprovedReturn;
import static io.daybook.domain.returns.ReturnFixtures.approve;
import static io.daybook.domain.returns.ReturnFixtures.cups;
import static io.daybook.domain.returns.ReturnFixtures.eur;
import static io.daybook.domain.returns.ReturnFixtures.exchange;
import static io.daybook.domain.returns.ReturnFixtures.inspect;
import static io.daybook.domain.returns.ReturnFixtures.made;
import static io.daybook.domain.returns.ReturnFixtures.outbound;
import static io.daybook.domain.returns.ReturnFixtures.plan;
import static io.daybook.domain.returns.ReturnFixtures.receive;
import static io.daybook.domain.returns.ReturnFixtures.refused;
import static io.daybook.domain.returns.ReturnFixtures.request;
import static io.daybook.domain.returns.ReturnFixtures.tea;
import static io.daybook.domain.returns.ReturnFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the request to the end, without the goods and the money in between. */
class ReturnTest {

    private static final OrderLine POT = outbound(1, "25.00");

    @Test
    void isRequestedWithANumberForTheParcel() {
        var events = aReturn().when(request(ReturnKind.RETURN)).events();

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        ReturnRequested.class,
                        requested -> {
                            assertThat(requested.rmaNumber())
                                    .matches("RMA(-[0-9A-V]{4}){3}")
                                    .isEqualTo(RmaNumber.of(ID));
                            assertThat(requested.lines()).containsExactly(tea(), cups());
                            assertThat(requested.requestedAt()).isEqualTo(NOW);
                        });
        assertThat(RmaNumber.of(ReturnId.of(new UUID(1, 2)))).isNotEqualTo(RmaNumber.of(ID));
    }

    @Test
    void r11_the_same_request_twice_is_one_return() {
        var requested = aReturn().givenCommands(request(ReturnKind.RETURN));

        requested.when(request(ReturnKind.RETURN)).thenNothingChanges();
        requested
                .when(request(ReturnKind.CLAIM))
                .thenRefused(new ReturnRejection.ReturnDiffers(ID));
        requested
                .when(
                        new RequestReturn(
                                ID,
                                ORDER,
                                ReturnKind.RETURN,
                                List.of(tea()),
                                RefundTo.ORIGINAL,
                                List.of(),
                                NOW))
                .thenRefused(new ReturnRejection.ReturnDiffers(ID));
        requested
                .when(
                        new RequestReturn(
                                ID,
                                ORDER,
                                ReturnKind.RETURN,
                                List.of(tea(), cups()),
                                RefundTo.STORE_CREDIT,
                                List.of(),
                                NOW))
                .thenRefused(new ReturnRejection.ReturnDiffers(ID));
        requested
                .when(request(ReturnKind.RETURN, POT))
                .thenRefused(new ReturnRejection.ReturnDiffers(ID));
        requested
                .when(
                        new RequestReturn(
                                ID,
                                OrderId.of(new UUID(1, 2)),
                                ReturnKind.RETURN,
                                List.of(tea(), cups()),
                                RefundTo.ORIGINAL,
                                List.of(),
                                NOW))
                .thenRefused(new ReturnRejection.ReturnDiffers(ID));
    }

    @Test
    void whatWasNeverRequestedIsUnknown() {
        aReturn().when(approve()).thenRefused(new ReturnRejection.UnknownReturn(ID));
    }

    @Test
    void isApprovedOnce() {
        var requested = aReturn().givenCommands(request(ReturnKind.RETURN));

        requested
                .when(approve("1.00", "2.50"))
                .thenEvents(new ReturnApproved(ID, ORDER, eur("1.00"), eur("2.50"), DEADLINE));
        var approved = requested.givenCommands(approve("1.00", "2.50"));
        approved.when(approve("1.00", "2.50")).thenNothingChanges();
        approved.when(approve("2.50", "1.00")).thenRefused(wrong("ApproveReturn", approved));
        approved.when(approve("1.00", "2.00")).thenRefused(wrong("ApproveReturn", approved));
        approved.when(approve("2.00", "2.50")).thenRefused(wrong("ApproveReturn", approved));
        assertThat(approved.state().allowed())
                .containsExactly("ReceiveReturn", "InspectReturn", "CancelReturn");
    }

    @Test
    void feesAreInTheCurrencyOfTheReturnAndNotMoreThanWasPaid() {
        var requested = aReturn().givenCommands(request(ReturnKind.RETURN));
        var dollars = new Money(BigDecimal.ONE, Currency.getInstance("USD"));

        requested
                .when(new ApproveReturn(ID, dollars, eur("0.00"), null))
                .thenRefused(new ReturnRejection.CurrencyDiffers("USD", "EUR"));
        requested
                .when(new ApproveReturn(ID, eur("0.00"), dollars, null))
                .thenRefused(new ReturnRejection.CurrencyDiffers("USD", "EUR"));
        requested
                .when(approve("30.00", "0.01"))
                .thenRefused(new ReturnRejection.FeesTooLarge(eur("30.01"), eur("30.00")));
        assertThat(requested.when(approve("30.00", "0.00")).events()).hasSize(1);
    }

    @Test
    void isDeclinedOnce() {
        var requested = aReturn().givenCommands(request(ReturnKind.RETURN));
        var decline = new DeclineReturn(ID, "worn");

        requested.when(decline).thenEvents(new ReturnDeclined(ID, ORDER, "worn"));
        var declined = requested.givenCommands(decline);
        declined.when(decline).thenNothingChanges();
        declined.when(approve()).thenRefused(wrong("ApproveReturn", declined));
        declined.when(receive("p1", units(TEA, 1))).thenRefused(wrong("ReceiveReturn", declined));
        declined.when(new CancelReturn(ID, "x")).thenRefused(wrong("CancelReturn", declined));
        declined.when(new ExpireReturn(ID, DEADLINE)).thenNothingChanges();
        assertThat(declined.state().allowed()).isEmpty();
        anApprovedReturn()
                .when(decline)
                .thenRefused(
                        new ReturnRejection.WrongStatus("DeclineReturn", ReturnStatus.APPROVED));
    }

    @Test
    void isCancelledOnlyBeforeAnythingWasJudged() {
        var cancel = new CancelReturn(ID, "kept it");

        aReturn()
                .givenCommands(request(ReturnKind.RETURN))
                .when(cancel)
                .thenEvents(new ReturnCancelled(ID, ORDER, "kept it", null));
        var received = anApprovedReturn().givenCommands(receive("p1", units(TEA, 3)));
        received.when(cancel).thenEvents(new ReturnCancelled(ID, ORDER, "kept it", null));
        received.givenCommands(inspect("i1", accepted(TEA, 1, RESTOCK)))
                .when(cancel)
                .thenRefused(new ReturnRejection.AlreadyInspected(ID));
        var cancelled = anApprovedReturn().givenCommands(cancel);
        cancelled.when(cancel).thenNothingChanges();
        cancelled.when(receive("p1", units(TEA, 1))).thenRefused(wrong("ReceiveReturn", cancelled));
    }

    @Test
    void anExchangeOrdersTheGoodsThatAreSentInsteadWhenItIsApproved() {
        var exchange = aReturn().givenCommands(request(ReturnKind.EXCHANGE, POT));

        exchange.when(approve())
                .thenEvents(
                        new ReturnApproved(ID, ORDER, eur("0.00"), eur("0.00"), DEADLINE),
                        new ReplacementRequested(ID, ORDER, REPLACEMENT, List.of(POT)));
        exchange.givenCommands(approve())
                .when(new CancelReturn(ID, "kept it"))
                .thenEvents(new ReturnCancelled(ID, ORDER, "kept it", REPLACEMENT));
        assertThat(OrderId.forReplacement(ID)).isEqualTo(REPLACEMENT).isNotEqualTo(ORDER);
    }

    @Test
    void expiresWhenNothingWasSentInTime() {
        var approved = anApprovedReturn();

        approved.when(new ExpireReturn(ID, DEADLINE.minusMillis(1)))
                .thenRefused(new ReturnRejection.NotDue(DEADLINE));
        approved.when(new ExpireReturn(ID, DEADLINE))
                .thenEvents(new ReturnExpired(ID, ORDER, null));
        var expired = approved.givenCommands(new ExpireReturn(ID, DEADLINE));
        expired.when(new ExpireReturn(ID, DEADLINE)).thenNothingChanges();
        expired.when(receive("p1", units(TEA, 1))).thenRefused(wrong("ReceiveReturn", expired));
        assertThat(((ReturnState.Requested) expired.state()).ledger().line(TEA).orElseThrow())
                .returns(0, LineUnits::outstanding)
                .returns(3, LineUnits::lapsed);
    }

    @Test
    void doesNotExpireBeforeItIsApprovedOrWithoutADeadline() {
        aReturn()
                .givenCommands(request(ReturnKind.RETURN))
                .when(new ExpireReturn(ID, Instant.MAX))
                .thenRefused(new ReturnRejection.NotDue(null));
        aReturn()
                .givenCommands(
                        request(ReturnKind.RETURN),
                        new ApproveReturn(ID, eur("0.00"), eur("0.00"), null))
                .when(new ExpireReturn(ID, Instant.MAX))
                .thenRefused(new ReturnRejection.NotDue(null));
    }

    @Test
    void anExpiredExchangeNamesTheOrderThatIsNotNeededAnyMore() {
        aReturn()
                .givenCommands(request(ReturnKind.EXCHANGE, POT), approve())
                .when(new ExpireReturn(ID, DEADLINE))
                .thenEvents(new ReturnExpired(ID, ORDER, REPLACEMENT));
    }

    @Test
    void unitsThatWereNotSentInTimeLapseAndTheOthersAreStillSettled() {
        var lapse = new ReturnUnitsLapsed(ID, ORDER, List.of(units(TEA, 1), units(CUPS, 2)));
        var partly = anApprovedReturn().givenCommands(receive("p1", units(TEA, 2)));

        partly.when(new ExpireReturn(ID, DEADLINE)).thenEvents(lapse);
        var settled =
                partly.givenCommands(
                        inspect("i1", accepted(TEA, 2, RESTOCK)),
                        plan(1, 1, "6.67"),
                        made(1, 1, 1));
        assertThat(status(settled)).isEqualTo(ReturnStatus.PARTLY_RECEIVED);
        settled.when(new ExpireReturn(ID, DEADLINE))
                .thenEvents(
                        lapse, new ReturnSettled(ID, ORDER, eur("6.67"), List.of(units(TEA, 2))));
    }

    @Test
    void isClosedWhenItIsSettled() {
        var settled =
                anApprovedReturn()
                        .givenCommands(
                                inspect("i1", refused(TEA, 3, MISSING), refused(CUPS, 2, MISSING)),
                                plan(1, 1));

        assertThat(status(settled)).isEqualTo(ReturnStatus.SETTLED);
        settled.when(new CloseReturn(ID)).thenEvents(new ReturnClosed(ID, ORDER));
        var closed = settled.givenCommands(new CloseReturn(ID));
        closed.when(new CloseReturn(ID)).thenNothingChanges();
        assertThat(closed.state().allowed()).isEmpty();
        closed.when(new CancelReturn(ID, "x"))
                .thenRefused(new ReturnRejection.AlreadyInspected(ID));
    }

    @Test
    void whoeverStopsWaitingForTheRestClosesWhatIsSettledSoFar() {
        var partly =
                anApprovedReturn()
                        .givenCommands(
                                receive("p1", units(TEA, 2)),
                                inspect("i1", accepted(TEA, 1, RESTOCK)),
                                plan(1, 1, "3.33"),
                                made(1, 1, 1));

        partly.when(new CloseReturn(ID)).thenRefused(wrong("CloseReturn", partly));
        partly.givenCommands(inspect("i2", accepted(TEA, 1, RESTOCK)));
        partly.when(new CloseReturn(ID)).thenRefused(wrong("CloseReturn", partly));
        partly.givenCommands(plan(2, 1, "3.34"), made(2, 1, 1))
                .when(new CloseReturn(ID))
                .thenEvents(
                        new ReturnUnitsLapsed(ID, ORDER, List.of(units(TEA, 1), units(CUPS, 2))),
                        new ReturnSettled(ID, ORDER, eur("6.67"), List.of(units(TEA, 2))),
                        new ReturnClosed(ID, ORDER));
    }

    private static ReturnStatus status(
            Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> scenario) {
        return ((ReturnState.Requested) scenario.state()).status();
    }

    private static ReturnRejection wrong(
            String command,
            Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> scenario) {
        return new ReturnRejection.WrongStatus(command, status(scenario));
    }
}
