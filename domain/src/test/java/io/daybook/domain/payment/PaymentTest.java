package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.AUTHORISE;
import static io.daybook.domain.payment.PaymentFixtures.ID;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.ROUTE;
import static io.daybook.domain.payment.PaymentFixtures.aPayment;
import static io.daybook.domain.payment.PaymentFixtures.anAuthorisedPayment;
import static io.daybook.domain.payment.PaymentFixtures.approve;
import static io.daybook.domain.payment.PaymentFixtures.capture;
import static io.daybook.domain.payment.PaymentFixtures.eur;
import static io.daybook.domain.payment.PaymentFixtures.refund;
import static io.daybook.domain.payment.PaymentFixtures.status;
import static io.daybook.domain.payment.PaymentFixtures.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentTest {

    @Test
    void storesTheIntentBeforeAnybodyAsksTheProvider() {
        aPayment()
                .when(AUTHORISE)
                .thenEvents(
                        new AuthorisationRequested(
                                ID, ORDER, "authorise", eur("100.00"), "card", "tok"));
    }

    @Test
    void repeatingTheAuthorisationChangesNothing() {
        aPayment().givenCommands(AUTHORISE).when(AUTHORISE).thenNothingChanges();
    }

    @Test
    void theProvidersAnswerCountsOnce() {
        anAuthorisedPayment().when(approve("authorise")).thenNothingChanges();
    }

    @Test
    void capturesInParts() {
        var payment = anAuthorisedPayment().givenCommands(capture("40.00", "c1"), approve("c1"));

        assertThat(status(payment)).isEqualTo(PaymentStatus.PARTLY_CAPTURED);
        payment.when(capture("60.01", "c2"))
                .thenRefused(new PaymentRejection.ExceedsAuthorised(eur("60.01"), eur("60.00")));
        payment.when(new CapturePayment(ID, null, "c2"))
                .thenEvents(new CaptureRequested(ID, ORDER, "c2", eur("60.00"), ROUTE));
    }

    @Test
    void aPendingCaptureCountsAgainstTheAuthorisation() {
        anAuthorisedPayment()
                .givenCommands(capture("80.00", "c1"))
                .when(capture("30.00", "c2"))
                .thenRefused(new PaymentRejection.ExceedsAuthorised(eur("30.00"), eur("20.00")));
    }

    @Test
    void theSameCaptureTwiceIsOneCapture() {
        anAuthorisedPayment()
                .givenCommands(capture("80.00", "c1"))
                .when(capture("80.00", "c1"))
                .thenNothingChanges();
    }

    @Test
    void aFailedCaptureCanBeTriedAgain() {
        var payment =
                anAuthorisedPayment()
                        .givenCommands(
                                capture("80.00", "c1"),
                                new RecordProviderOutcome(
                                        ID, "c1", new ProviderOutcome.Declined("limit")));

        payment.when(capture("80.00", "c2"))
                .thenEvents(new CaptureRequested(ID, ORDER, "c2", eur("80.00"), ROUTE));
    }

    @Test
    void aPendingRefundCountsAgainstWhatWasCaptured() {
        var payment =
                anAuthorisedPayment()
                        .givenCommands(
                                capture("100.00", "c1"), approve("c1"), refund("70.00", "r1"));

        payment.when(refund("40.00", "r2"))
                .thenRefused(new PaymentRejection.ExceedsCaptured(eur("40.00"), eur("30.00")));
    }

    @Test
    void refundsInPartsUntilNothingIsLeft() {
        var payment =
                anAuthorisedPayment()
                        .givenCommands(
                                capture("100.00", "c1"),
                                approve("c1"),
                                refund("70.00", "r1"),
                                approve("r1"),
                                refund("30.00", "r2"));

        payment.when(approve("r2"))
                .thenEvents(new PaymentRefunded(ID, ORDER, "r2", eur("30.00"), "ref-r2", true));
    }

    @Test
    void aVoidGivesBackWhatIsNotCaptured() {
        var payment =
                anAuthorisedPayment()
                        .givenCommands(
                                capture("40.00", "c1"), approve("c1"), new VoidPayment(ID, "v1"));

        payment.when(approve("v1"))
                .thenEvents(new PaymentVoided(ID, ORDER, "v1", eur("60.00"), false));
        payment.when(capture("1.00", "c2"))
                .thenRefused(new PaymentRejection.NothingToCapture(PaymentStatus.PARTLY_CAPTURED));
    }

    @Test
    void reversingVoidsTheRestAndRefundsWhatWasCaptured() {
        anAuthorisedPayment()
                .givenCommands(capture("40.00", "c1"), approve("c1"))
                .when(new ReversePayment(ID, "order-cancelled"))
                .thenEvents(
                        new VoidRequested(ID, ORDER, "reversal-void", ROUTE),
                        new RefundRequested(
                                ID,
                                ORDER,
                                "reversal-refund",
                                eur("40.00"),
                                "order-cancelled",
                                List.of(),
                                ROUTE));
    }

    @Test
    void aReversalWaitsForWhatOthersAskedForAndWhatMayStillFail() {
        anAuthorisedPayment()
                .givenCommands(capture("60.00", "c1"), approve("c1"), refund("1.00", "r1"))
                .when(new ReversePayment(ID, "cancelled"))
                .thenRefused(new PaymentRejection.OperationPending(ProviderOperation.REFUND));
        anAuthorisedPayment()
                .givenCommands(new VoidPayment(ID, "v1"))
                .when(new ReversePayment(ID, "cancelled"))
                .thenRefused(new PaymentRejection.OperationPending(ProviderOperation.VOID));
    }

    @Test
    void anAuthorisationUnderWayIsVoidedOnceItIsAnswered() {
        var payment =
                aPayment()
                        .givenCommands(
                                AUTHORISE,
                                new ReversePayment(ID, "order-cancelled"),
                                approve("authorise"));

        payment.when(approve("reversal-void"))
                .thenEvents(new PaymentVoided(ID, ORDER, "reversal-void", eur("100.00"), true));
    }

    @Test
    void aVoidThatOvertookAnAuthorisationInDoubtIsAskedForAgain() {
        var payment =
                aPayment()
                        .givenCommands(
                                AUTHORISE,
                                new ReversePayment(ID, "order-cancelled"),
                                unknown("authorise"),
                                approve("reversal-void"));

        payment.when(approve("authorise"))
                .thenEvents(
                        new PaymentAuthorised(
                                ID, ORDER, "authorise", eur("100.00"), "ref-authorise"),
                        new VoidRequested(ID, ORDER, "reversal-void-2", ROUTE));
    }

    @Test
    void everyReversalIsAnAttemptOfItsOwn() {
        var payment =
                aPayment()
                        .givenCommands(
                                AUTHORISE,
                                approve("authorise"),
                                new ReversePayment(ID, "order-cancelled"),
                                new RecordProviderOutcome(
                                        ID, "reversal-void", new ProviderOutcome.Declined("no")));

        payment.when(new ReversePayment(ID, "order-cancelled"))
                .thenEvents(new VoidRequested(ID, ORDER, "reversal-void-2", ROUTE));
    }

    @Test
    void eachOperationIsInDoubtByItself() {
        var payment =
                aPayment()
                        .givenCommands(
                                AUTHORISE,
                                approve("authorise"),
                                new CapturePayment(ID, eur("10.00"), "first"),
                                new CapturePayment(ID, eur("20.00"), "second"),
                                unknown("first"));

        payment.when(unknown("second"))
                .thenEvents(
                        new ProviderOutcomeUnknown(ID, ORDER, "second", ProviderOperation.CAPTURE));
        payment.givenCommands(unknown("second"), approve("first"));
        assertThat(status(payment)).isEqualTo(PaymentStatus.IN_DOUBT);
        payment.givenCommands(approve("second"));
        assertThat(status(payment)).isEqualTo(PaymentStatus.PARTLY_CAPTURED);
    }

    @Test
    void aDeclinedAuthorisationSettlesAWaitingVoid() {
        var payment =
                aPayment()
                        .givenCommands(
                                AUTHORISE,
                                new ReversePayment(ID, "order-cancelled"),
                                new RecordProviderOutcome(
                                        ID, "authorise", new ProviderOutcome.Declined("no")));

        assertThat(status(payment)).isEqualTo(PaymentStatus.DECLINED);
        payment.when(approve("reversal-void")).thenNothingChanges();
    }

    @Test
    void anUnknownOutcomeIsAStateUntilTheProviderSaysMore() {
        var payment =
                aPayment()
                        .givenCommands(
                                AUTHORISE,
                                new RecordProviderOutcome(
                                        ID, "authorise", new ProviderOutcome.Unknown()));

        assertThat(status(payment)).isEqualTo(PaymentStatus.IN_DOUBT);
        payment.when(approve("authorise"))
                .thenEvents(
                        new PaymentAuthorised(
                                ID, ORDER, "authorise", eur("100.00"), "ref-authorise"));
    }

    @Test
    void anotherCurrencyIsRefused() {
        anAuthorisedPayment()
                .when(
                        new CapturePayment(
                                ID, new Money(BigDecimal.ONE, Currency.getInstance("USD")), "c1"))
                .thenRefused(new PaymentRejection.CurrencyDiffers("USD", "EUR"));
    }
}
