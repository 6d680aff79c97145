package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.ID;
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
import static io.daybook.domain.payment.PaymentFixtures.eur;
import static io.daybook.domain.payment.PaymentFixtures.outside;
import static io.daybook.domain.payment.PaymentFixtures.received;
import static io.daybook.domain.payment.PaymentFixtures.refund;
import static io.daybook.domain.payment.PaymentFixtures.status;
import static io.daybook.domain.payment.PaymentFixtures.succeeded;
import static io.daybook.domain.payment.PaymentFixtures.unknown;
import static io.daybook.domain.payment.ProviderOperation.AUTHORISE;
import static io.daybook.domain.payment.ProviderOperation.CAPTURE;
import static io.daybook.domain.payment.ProviderOperation.REFUND;
import static io.daybook.domain.payment.ProviderOperation.VOID;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProviderEventTest {

    private static final PaymentAuthorised AUTHORISED =
            new PaymentAuthorised(ID, ORDER, "authorise", eur("100.00"), "ref-authorise");

    @Test
    void p01_the_call_and_the_callback_authorise_once_whichever_comes_first() {
        var callback = callback("evt_1", 0, succeeded(AUTHORISE, "authorise"));
        var callbackFirst = aPayment().givenCommands(PaymentFixtures.AUTHORISE);

        callbackFirst.when(callback).thenEvents(received(callback, true), AUTHORISED);
        callbackFirst.givenCommands(callback).when(approve("authorise")).thenNothingChanges();
        anAuthorisedPayment().when(callback).thenEvents(received(callback, false));
    }

    @Test
    void p01_the_call_and_the_callback_capture_once() {
        var payment =
                anAuthorisedPayment()
                        .givenCommands(
                                capture("40.00", "c1"),
                                callback("evt_1", 0, outside(CAPTURE, "c1", "40.00")));

        payment.when(approve("c1")).thenNothingChanges();
        assertThat(amounts(payment).captured()).isEqualTo(eur("40.00"));
    }

    @Test
    void p02_a_callback_about_an_early_state_completes_nothing() {
        var processing = callback("evt_1", 0, new ProviderFact.Processing("authorise"));
        var payment = aPayment().givenCommands(PaymentFixtures.AUTHORISE);

        payment.when(processing).thenEvents(received(processing, false));
        payment.givenCommands(processing);
        assertThat(status(payment)).isEqualTo(PaymentStatus.CREATED);
        payment.when(approve("authorise")).thenEvents(AUTHORISED);
    }

    @Test
    void p03_a_callback_for_a_payment_that_is_not_known_is_refused_and_not_swallowed() {
        aPayment()
                .when(callback("evt_1", 0, succeeded(AUTHORISE, "authorise")))
                .thenRefused(new PaymentRejection.UnknownPayment(ID));
    }

    @Test
    void p04_a_lost_answer_is_not_a_declined_one_and_the_callback_resolves_it() {
        var payment = aPayment().givenCommands(PaymentFixtures.AUTHORISE, unknown("authorise"));
        assertThat(status(payment)).isEqualTo(PaymentStatus.IN_DOUBT);

        payment.givenCommands(callback("evt_1", 0, succeeded(AUTHORISE, "authorise")));

        assertThat(status(payment)).isEqualTo(PaymentStatus.AUTHORISED);
    }

    @Test
    void theSameCallbackTwiceLeavesOneEvent() {
        var callback = callback("evt_1", 0, outside(REFUND, "re_outside", "10.00"));
        var payment = aCapturedPayment().givenCommands(callback);

        payment.when(callback).thenNothingChanges();
        var again = callback("evt_2", 1, outside(REFUND, "re_outside", "10.00"));
        payment.when(again).thenEvents(received(again, false));
        assertThat(amounts(payment).refunded()).isEqualTo(eur("10.00"));
    }

    @Test
    void whatSomebodyCapturedOrRefundedAtTheProviderCounts() {
        var payment =
                anAuthorisedPayment()
                        .givenCommands(
                                callback("evt_1", 0, outside(CAPTURE, "ch_1", "60.00")),
                                callback("evt_2", 1, outside(REFUND, "re_1", "25.00")));

        assertThat(amounts(payment).captured()).isEqualTo(eur("60.00"));
        assertThat(amounts(payment).refundable()).isEqualTo(eur("35.00"));
    }

    @Test
    void moreThanTheProviderCanHoldIsAConflict() {
        aCapturedPayment()
                .when(callback("evt_1", 0, outside(REFUND, "re_1", "100.01")))
                .thenRefused(new PaymentRejection.ProviderEventConflicts("evt_1"));
        anAuthorisedPayment()
                .when(callback("evt_2", 0, outside(CAPTURE, "ch_1", "100.01")))
                .thenRefused(new PaymentRejection.ProviderEventConflicts("evt_2"));
        anAuthorisedPayment()
                .givenCommands(capture("40.00", "c1"))
                .when(callback("evt_3", 0, outside(CAPTURE, "c1", "39.00")))
                .thenRefused(new PaymentRejection.ProviderEventConflicts("evt_3"));
        anAuthorisedPayment()
                .givenCommands(capture("40.00", "c1"))
                .when(callback("evt_4", 0, succeeded(REFUND, "c1")))
                .thenRefused(new PaymentRejection.ProviderEventConflicts("evt_4"));
    }

    @Test
    void aFailureThatOvertookItsOwnBeginningStands() {
        var failed =
                callback("evt_2", 1, new ProviderFact.Failed(REFUND, "re_1", "account-closed"));
        var payment = aCapturedPayment();

        payment.when(failed).thenEvents(received(failed, true));
        payment.givenCommands(failed);
        var begun = callback("evt_1", 0, outside(REFUND, "re_1", "10.00"));
        payment.when(begun).thenEvents(received(begun, false));
    }

    @Test
    void aRefundThatCameBackIsKeptAgainAndCanBeRefundedAgain() {
        var payment = aCapturedPayment().givenCommands(refund("100.00", "r1"), approve("r1"));
        var failed = callback("evt_1", 0, new ProviderFact.Failed(REFUND, "r1", "account-closed"));

        payment.when(failed)
                .thenEvents(
                        received(failed, true),
                        new RefundReversed(ID, ORDER, "r1", eur("100.00"), "account-closed"));
        payment.givenCommands(failed);
        assertThat(status(payment)).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(amounts(payment).refundable()).isEqualTo(eur("100.00"));
        var repeated = callback("evt_2", 1, new ProviderFact.Failed(REFUND, "r1", "again"));
        payment.when(repeated).thenEvents(received(repeated, false));
    }

    @Test
    void aFailedOperationEndsByCallbackToo() {
        var declined = callback("evt_1", 0, new ProviderFact.Failed(AUTHORISE, "authorise", "no"));
        aPayment()
                .givenCommands(PaymentFixtures.AUTHORISE)
                .when(declined)
                .thenEvents(
                        received(declined, true),
                        new PaymentDeclined(ID, ORDER, "authorise", "no"));
        var failed = callback("evt_2", 0, new ProviderFact.Failed(CAPTURE, "c1", "no"));
        anAuthorisedPayment()
                .givenCommands(capture("40.00", "c1"))
                .when(failed)
                .thenEvents(
                        received(failed, true),
                        new CaptureFailed(ID, ORDER, "c1", eur("40.00"), "no"));
    }

    @Test
    void anApprovalAfterADeclineHoldsMoneyAndIsReported() {
        var declined = callback("evt_1", 5, new ProviderFact.Failed(AUTHORISE, "authorise", "no"));
        var payment = aPayment().givenCommands(PaymentFixtures.AUTHORISE, declined);
        var older = callback("evt_2", 4, succeeded(AUTHORISE, "authorise"));
        var newer = callback("evt_3", 5, succeeded(AUTHORISE, "authorise"));

        payment.when(older).thenEvents(received(older, false));
        payment.when(newer).thenEvents(received(newer, true), AUTHORISED);
        payment.givenCommands(newer);
        assertThat(status(payment)).isEqualTo(PaymentStatus.AUTHORISED);
        aPayment()
                .givenCommands(PaymentFixtures.AUTHORISE, decline("authorise"))
                .when(newer)
                .thenEvents(received(newer, true), AUTHORISED);
    }

    @Test
    void anApprovalAfterAReversalIsVoidedAtOnce() {
        var payment =
                aPayment()
                        .givenCommands(
                                PaymentFixtures.AUTHORISE,
                                new ReversePayment(ID, "order-cancelled"),
                                decline("authorise"));
        var late = callback("evt_1", 0, succeeded(AUTHORISE, "authorise"));

        payment.when(late)
                .thenEvents(
                        received(late, true),
                        AUTHORISED,
                        new VoidRequested(ID, ORDER, "reversal-void-2", ROUTE));
    }

    @Test
    void theCustomerActsAndTheProviderCallsBack() {
        var payment = aPayment().givenCommands(PaymentFixtures.AUTHORISE);
        payment.when(action("authorise"))
                .thenEvents(
                        new CustomerActionRequired(
                                ID,
                                ORDER,
                                "authorise",
                                "https://bank.example/3ds",
                                "ref-authorise"));
        payment.givenCommands(action("authorise"));
        assertThat(status(payment)).isEqualTo(PaymentStatus.ACTION_REQUIRED);
        payment.when(action("authorise")).thenNothingChanges();

        payment.givenCommands(callback("evt_1", 0, succeeded(AUTHORISE, "authorise")));
        assertThat(status(payment)).isEqualTo(PaymentStatus.AUTHORISED);
    }

    @Test
    void actionIsRequiredByCallbackToo() {
        var payment = aPayment().givenCommands(PaymentFixtures.AUTHORISE, unknown("authorise"));
        var callback =
                callback(
                        "evt_1",
                        0,
                        new ProviderFact.ActionRequired("authorise", "app", "ref-authorise"));

        payment.when(callback)
                .thenEvents(
                        received(callback, true),
                        new CustomerActionRequired(ID, ORDER, "authorise", "app", "ref-authorise"));
        payment.givenCommands(callback);
        assertThat(status(payment)).isEqualTo(PaymentStatus.ACTION_REQUIRED);
        var other = callback("evt_2", 1, new ProviderFact.ActionRequired("other", "app", "ref"));
        payment.when(other).thenEvents(received(other, false));
    }

    @Test
    void aCustomerWhoDoesNotActIsGivenUp() {
        var payment = aPayment().givenCommands(PaymentFixtures.AUTHORISE, action("authorise"));

        payment.when(new VoidPayment(ID, "v1"))
                .thenEvents(new VoidRequested(ID, ORDER, "v1", ROUTE));
        payment.givenCommands(new VoidPayment(ID, "v1"))
                .when(approve("v1"))
                .thenEvents(new PaymentDeclined(ID, ORDER, "authorise", "abandoned"));
        payment.givenCommands(approve("v1"));
        assertThat(amounts(payment).reversed()).isTrue();
    }

    @Test
    void theProviderEndsAnAuthorisation() {
        var ended =
                callback("evt_1", 0, new ProviderFact.AuthorisationEnded("authorise", "expired"));
        anAuthorisedPayment()
                .when(ended)
                .thenEvents(
                        received(ended, true),
                        new AuthorisationExpired(
                                ID, ORDER, "expiry", eur("100.00"), "expired", true));
        anAuthorisedPayment()
                .givenCommands(new VoidPayment(ID, "v1"))
                .when(ended)
                .thenEvents(
                        received(ended, true),
                        new PaymentVoided(ID, ORDER, "v1", eur("100.00"), true));
        aPayment()
                .givenCommands(PaymentFixtures.AUTHORISE)
                .when(ended)
                .thenEvents(
                        received(ended, true),
                        new PaymentDeclined(ID, ORDER, "authorise", "expired"));
        aCapturedPayment().when(ended).thenEvents(received(ended, false));
    }

    @Test
    void aVoidMadeAtTheProviderFreesWhatIsHeld() {
        var voided = callback("evt_1", 0, succeeded(VOID, "outside"));

        anAuthorisedPayment()
                .when(voided)
                .thenEvents(
                        received(voided, true),
                        new PaymentVoided(ID, ORDER, "outside", eur("100.00"), true));
        aCapturedPayment().when(voided).thenEvents(received(voided, false));
    }
}
