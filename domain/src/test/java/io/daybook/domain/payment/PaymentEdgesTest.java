package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.AUTHORISE;
import static io.daybook.domain.payment.PaymentFixtures.ID;
import static io.daybook.domain.payment.PaymentFixtures.NOON;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.ROUTE;
import static io.daybook.domain.payment.PaymentFixtures.aCapturedPayment;
import static io.daybook.domain.payment.PaymentFixtures.aPayment;
import static io.daybook.domain.payment.PaymentFixtures.action;
import static io.daybook.domain.payment.PaymentFixtures.amounts;
import static io.daybook.domain.payment.PaymentFixtures.anAuthorisedPayment;
import static io.daybook.domain.payment.PaymentFixtures.approve;
import static io.daybook.domain.payment.PaymentFixtures.callback;
import static io.daybook.domain.payment.PaymentFixtures.capture;
import static io.daybook.domain.payment.PaymentFixtures.decline;
import static io.daybook.domain.payment.PaymentFixtures.disputed;
import static io.daybook.domain.payment.PaymentFixtures.eur;
import static io.daybook.domain.payment.PaymentFixtures.outside;
import static io.daybook.domain.payment.PaymentFixtures.received;
import static io.daybook.domain.payment.PaymentFixtures.refund;
import static io.daybook.domain.payment.PaymentFixtures.succeeded;
import static io.daybook.domain.payment.PaymentFixtures.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The less usual answers of a payment. */
class PaymentEdgesTest {

    private static final PaymentAuthorised AUTHORISED =
            new PaymentAuthorised(ID, ORDER, "authorise", eur("100.00"), "ref-authorise");

    @Test
    void nothingIsLetGoWhileItMayStillBeHeldOrTaken() {
        aPayment()
                .givenCommands(AUTHORISE)
                .when(new VoidPayment(ID, "v1"))
                .thenRefused(new PaymentRejection.OperationPending(ProviderOperation.AUTHORISE));
        aPayment()
                .givenCommands(AUTHORISE, action("authorise"), unknown("authorise"))
                .when(new VoidPayment(ID, "v1"))
                .thenRefused(new PaymentRejection.OperationPending(ProviderOperation.AUTHORISE));
        anAuthorisedPayment()
                .givenCommands(capture("10.00", "c1"))
                .when(new VoidPayment(ID, "v1"))
                .thenRefused(new PaymentRejection.OperationPending(ProviderOperation.CAPTURE));
    }

    @Test
    void whatIsNotHeldCannotBeLetGo() {
        aCapturedPayment()
                .when(new VoidPayment(ID, "v1"))
                .thenRefused(new PaymentRejection.NothingToVoid(PaymentStatus.CAPTURED));
        var voided = anAuthorisedPayment().givenCommands(new VoidPayment(ID, "v1"));
        voided.when(new VoidPayment(ID, "v1")).thenNothingChanges();
        voided.when(new VoidPayment(ID, "v2"))
                .thenRefused(new PaymentRejection.NothingToVoid(PaymentStatus.AUTHORISED));
    }

    @Test
    void aRefundWaitsForTheCaptureThatItNeeds() {
        var payment = anAuthorisedPayment().givenCommands(capture("60.00", "c1"));

        payment.when(refund("60.00", "r1"))
                .thenRefused(new PaymentRejection.OperationPending(ProviderOperation.CAPTURE));
        payment.when(refund("60.01", "r1"))
                .thenRefused(new PaymentRejection.ExceedsCaptured(eur("60.01"), eur("0.00")));
    }

    @Test
    void aRefundIsInTheCurrencyOfThePayment() {
        var dollar = new Money(BigDecimal.ONE, Currency.getInstance("USD"));

        aCapturedPayment()
                .when(new RefundPayment(ID, dollar, "goodwill", "r1"))
                .thenRefused(new PaymentRejection.CurrencyDiffers("USD", "EUR"));
    }

    @Test
    void allThatWasKeptMayBeDisputedOrRefundedOutside() {
        aCapturedPayment()
                .when(new OpenDispute(ID, "d1", eur("100.00"), "fraud"))
                .thenEvents(new DisputeOpened(ID, ORDER, "d1", "d1", eur("100.00"), "fraud"));
        var callback = callback("evt_1", 0, outside(ProviderOperation.REFUND, "re_1", "100.00"));
        aCapturedPayment()
                .when(callback)
                .thenEvents(
                        received(callback, true),
                        new PaymentRefunded(ID, ORDER, "re_1", eur("100.00"), "ref-re_1", true));
    }

    @Test
    void nothingOfNothingIsDisputed() {
        var callback = callback("evt_1", 0, disputed("d1", "10.00", DisputeOutcome.OPEN));

        anAuthorisedPayment().when(callback).thenEvents(received(callback, false));
    }

    @Test
    void aRepeatedReversalWaitsForItsOwnSteps() {
        anAuthorisedPayment()
                .givenCommands(
                        capture("40.00", "c1"), approve("c1"), new ReversePayment(ID, "cancelled"))
                .when(new ReversePayment(ID, "cancelled"))
                .thenNothingChanges();
    }

    @Test
    void onlyTheEndOfAnAuthorisationMakesEarlierApprovalsOld() {
        var acting =
                callback("evt_1", 8, new ProviderFact.ActionRequired("authorise", "app", "ref"));
        var approved = callback("evt_2", 7, succeeded(ProviderOperation.AUTHORISE, "authorise"));

        aPayment()
                .givenCommands(AUTHORISE, acting, decline("authorise"))
                .when(approved)
                .thenEvents(received(approved, true), AUTHORISED);
    }

    @Test
    void theFailureOfAnotherOperationDoesNotMakeAnApprovalOld() {
        var failed =
                callback(
                        "evt_1",
                        8,
                        new ProviderFact.Failed(ProviderOperation.REFUND, "re_1", "closed"));
        var approved = callback("evt_2", 7, succeeded(ProviderOperation.AUTHORISE, "authorise"));

        aPayment()
                .givenCommands(AUTHORISE, decline("authorise"), failed)
                .when(approved)
                .thenEvents(received(approved, true), AUTHORISED);
    }

    @Test
    void anApprovalFromBeforeTheProviderEndedTheAuthorisationIsOld() {
        var ended =
                callback("evt_1", 5, new ProviderFact.AuthorisationEnded("authorise", "expired"));
        var older = callback("evt_2", 4, succeeded(ProviderOperation.AUTHORISE, "authorise"));

        aPayment().givenCommands(AUTHORISE, ended).when(older).thenEvents(received(older, false));
    }

    @Test
    void whatIsAllowedFollowsTheMoney() {
        assertThat(aPayment().state().allowed())
                .containsExactly("AuthorisePayment", "RecordOfflinePayment");
        assertThat(aPayment().givenCommands(AUTHORISE).state().allowed()).isEmpty();
        assertThat(aPayment().givenCommands(AUTHORISE, action("authorise")).state().allowed())
                .containsExactly("VoidPayment");
        assertThat(
                        aPayment()
                                .givenCommands(
                                        AUTHORISE, action("authorise"), new VoidPayment(ID, "v1"))
                                .state()
                                .allowed())
                .isEmpty();
        assertThat(aPayment().givenCommands(AUTHORISE, unknown("authorise")).state().allowed())
                .containsExactly("ResolveDoubt");
        assertThat(anAuthorisedPayment().state().allowed())
                .containsExactly("CapturePayment", "VoidPayment");
        assertThat(anAuthorisedPayment().givenCommands(new VoidPayment(ID, "v1")).state().allowed())
                .isEmpty();
    }

    @Test
    void whatIsAllowedFollowsTheMoneyThatIsKept() {
        assertThat(aCapturedPayment().state().allowed())
                .containsExactly("RefundPayment", "OpenDispute");
        assertThat(aCapturedPayment().givenCommands(refund("100.00", "r1")).state().allowed())
                .isEmpty();
        assertThat(
                        aCapturedPayment()
                                .givenCommands(new OpenDispute(ID, "d1", eur("100.00"), "fraud"))
                                .state()
                                .allowed())
                .containsExactly("CloseDispute");
        var cash =
                aPayment()
                        .givenCommands(
                                new RecordOfflinePayment(
                                        ID, ORDER, eur("9.00"), OfflineMethod.CASH, "slip"));
        assertThat(cash.state().allowed()).containsExactly("RefundPayment", "OpenDispute");
        assertThat(cash.givenCommands(refund("9.00", "r1")).state().allowed())
                .containsExactly("ConfirmRefund");
    }

    @Test
    void aRefundTakesOnePaymentThatHasExactlyEnough() {
        var other = PaymentId.of(new UUID(7, 7));

        assertThat(
                        RefundPlan.of(
                                        eur("10.00"),
                                        List.of(
                                                new RefundSource(ID, "card", eur("4.00")),
                                                new RefundSource(other, "card", eur("10.00"))),
                                        RefundPreference.FEWEST_PAYMENTS)
                                .steps())
                .containsExactly(new RefundStep(other, eur("10.00")));
        assertThat(
                        RefundPlan.of(
                                        eur("10.00"),
                                        List.of(
                                                new RefundSource(ID, "card", eur("12.00")),
                                                new RefundSource(other, "card", eur("10.00"))),
                                        RefundPreference.FEWEST_PAYMENTS)
                                .steps())
                .containsExactly(new RefundStep(other, eur("10.00")));
    }

    @Test
    void aDisputeThatTheProviderReportsIsOpened() {
        var callback = callback("evt_1", 0, disputed("d1", "60.00", DisputeOutcome.OPEN));

        aCapturedPayment()
                .when(callback)
                .thenEvents(
                        new ProviderEventReceived(ID, ORDER, "d1", "evt_1", "disputed", NOON, true),
                        new DisputeOpened(ID, ORDER, "d1", "d1", eur("60.00"), "fraudulent"));
    }

    @Test
    void aReversalIsToldFromWhatPeopleAskedFor() {
        assertThat(PaymentDecider.isReversal("reversal-void-2")).isTrue();
        assertThat(PaymentDecider.isReversal("v1")).isFalse();
    }

    @Test
    void offlineMethodsAreFoundByTheirNames() {
        assertThat(OfflineMethod.of("cheque")).isEqualTo(OfflineMethod.CHEQUE);
        assertThat(OfflineMethod.of("cash")).isEqualTo(OfflineMethod.CASH);
    }

    @Test
    void aVoidKeepsTheRouteToTheMoney() {
        anAuthorisedPayment()
                .when(new VoidPayment(ID, "v1"))
                .thenEvents(new VoidRequested(ID, ORDER, "v1", ROUTE));
        assertThat(amounts(anAuthorisedPayment()).capturable()).isEqualTo(eur("100.00"));
    }
}
