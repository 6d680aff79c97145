package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.AUTHORISE;
import static io.daybook.domain.payment.PaymentFixtures.ID;
import static io.daybook.domain.payment.PaymentFixtures.NOON;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.aPayment;
import static io.daybook.domain.payment.PaymentFixtures.amounts;
import static io.daybook.domain.payment.PaymentFixtures.anAuthorisedPayment;
import static io.daybook.domain.payment.PaymentFixtures.approve;
import static io.daybook.domain.payment.PaymentFixtures.capture;
import static io.daybook.domain.payment.PaymentFixtures.eur;
import static io.daybook.domain.payment.PaymentFixtures.refund;
import static io.daybook.domain.payment.PaymentFixtures.status;
import static io.daybook.domain.payment.PaymentFixtures.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payments without a provider, expiry, and doubts that a person ends. */
class OfflinePaymentTest {

    private static final RecordOfflinePayment CASH =
            new RecordOfflinePayment(ID, ORDER, eur("50.00"), OfflineMethod.CASH, "till 3");
    private static final Instant EXPIRY = NOON.plusSeconds(3600);

    @Test
    void cashIsCapturedAtOnce() {
        aPayment()
                .when(CASH)
                .thenEvents(
                        new OfflinePaymentRecorded(
                                ID, ORDER, "receipt", eur("50.00"), "cash", "till 3"));
        var payment = aPayment().givenCommands(CASH);
        assertThat(status(payment)).isEqualTo(PaymentStatus.CAPTURED);
        payment.when(capture("1.00", "c1"))
                .thenRefused(new PaymentRejection.NothingToCapture(PaymentStatus.CAPTURED));
    }

    @Test
    void theSameReceiptTwiceIsOneAndAnotherAmountIsRefused() {
        var payment = aPayment().givenCommands(CASH);
        payment.when(CASH).thenNothingChanges();
        payment.when(
                        new RecordOfflinePayment(
                                ID, ORDER, eur("51.00"), OfflineMethod.CASH, "till 3"))
                .thenRefused(new PaymentRejection.PaymentDiffers(ID));
        payment.when(AUTHORISE).thenRefused(new PaymentRejection.PaymentDiffers(ID));
        aPayment()
                .givenCommands(AUTHORISE)
                .when(CASH)
                .thenRefused(new PaymentRejection.PaymentDiffers(ID));
    }

    @Test
    void cashThatGoesBackIsPendingUntilSomebodyHandedItOver() {
        var payment = aPayment().givenCommands(CASH);
        payment.when(refund("20.00", "r1"))
                .thenEvents(
                        new RefundRequested(
                                ID, ORDER, "r1", eur("20.00"), "goodwill", List.of(), null));
        payment.givenCommands(refund("20.00", "r1"));
        assertThat(amounts(payment).refunded()).isEqualTo(eur("0.00"));
        assertThat(payment.state().allowed()).contains("ConfirmRefund");

        var confirm = new ConfirmRefund(ID, "r1", "slip 7");
        payment.when(confirm)
                .thenEvents(new PaymentRefunded(ID, ORDER, "r1", eur("20.00"), "slip 7", false));
        payment.givenCommands(confirm).when(confirm).thenNothingChanges();
        payment.when(new ConfirmRefund(ID, "r2", "slip 8"))
                .thenRefused(new PaymentRejection.UnknownOperation("r2"));
    }

    @Test
    void aCardRefundIsNotConfirmedByHand() {
        anAuthorisedPayment()
                .when(new ConfirmRefund(ID, "r1", "slip"))
                .thenRefused(new PaymentRejection.NotOffline("card"));
    }

    @Test
    void anAuthorisationExpiresWhenItIsTime() {
        var payment = expiring();
        payment.when(new ExpireAuthorisation(ID, EXPIRY.minusMillis(1)))
                .thenRefused(new PaymentRejection.NotDue(EXPIRY));
        payment.when(new ExpireAuthorisation(ID, EXPIRY))
                .thenEvents(
                        new AuthorisationExpired(
                                ID, ORDER, "expiry", eur("100.00"), "expired", true));
        payment.givenCommands(new ExpireAuthorisation(ID, EXPIRY));
        assertThat(status(payment)).isEqualTo(PaymentStatus.EXPIRED);
        payment.when(new ExpireAuthorisation(ID, EXPIRY)).thenNothingChanges();
        payment.when(capture("1.00", "c1"))
                .thenRefused(new PaymentRejection.NothingToCapture(PaymentStatus.EXPIRED));
    }

    @Test
    void theCapturedPartOfAnAuthorisationDoesNotExpire() {
        var payment = expiring().givenCommands(capture("30.00", "c1"));
        payment.when(new ExpireAuthorisation(ID, EXPIRY))
                .thenRefused(new PaymentRejection.OperationPending(ProviderOperation.CAPTURE));
        payment.givenCommands(approve("c1"))
                .when(new ExpireAuthorisation(ID, EXPIRY))
                .thenEvents(
                        new AuthorisationExpired(
                                ID, ORDER, "expiry", eur("70.00"), "expired", false));
        payment.givenCommands(new ExpireAuthorisation(ID, EXPIRY));
        assertThat(status(payment)).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void anAuthorisationWithoutAnEndDoesNotExpire() {
        anAuthorisedPayment().when(new ExpireAuthorisation(ID, EXPIRY)).thenNothingChanges();
        expiring()
                .givenCommands(new VoidPayment(ID, "v1"))
                .when(new ExpireAuthorisation(ID, EXPIRY))
                .thenRefused(new PaymentRejection.OperationPending(ProviderOperation.VOID));
    }

    @Test
    void aPersonEndsADoubtWithEvidence() {
        var payment = aPayment().givenCommands(AUTHORISE);
        var happened = new ResolveDoubt(ID, "authorise", true, "pi_1");
        payment.when(happened).thenRefused(new PaymentRejection.NotInDoubt("authorise"));
        payment.givenCommands(unknown("authorise"));

        payment.when(happened)
                .thenEvents(new PaymentAuthorised(ID, ORDER, "authorise", eur("100.00"), "pi_1"));
        payment.when(new ResolveDoubt(ID, "authorise", false, "never arrived"))
                .thenEvents(new PaymentDeclined(ID, ORDER, "authorise", "never arrived"));
        payment.when(new ResolveDoubt(ID, "capture-1", true, "x"))
                .thenRefused(new PaymentRejection.UnknownOperation("capture-1"));
        payment.givenCommands(happened).when(happened).thenNothingChanges();
    }

    @Test
    void aProviderThatCapturesOnceOnlyReleasesTheRest() {
        var payment = anAuthorisedPayment().givenCommands(capture("30.00", "c1"));
        var once =
                new RecordProviderOutcome(
                        ID, "c1", new ProviderOutcome.Approved("ref-c1", null, true));

        payment.when(once)
                .thenEvents(
                        new PaymentCaptured(ID, ORDER, "c1", eur("30.00"), "ref-c1"),
                        new PaymentVoided(ID, ORDER, "c1-rest", eur("70.00"), false));
    }

    private static io.daybook.domain.Scenario<
                    PaymentCommand, PaymentState, PaymentEvent, PaymentRejection>
            expiring() {
        return aPayment()
                .givenCommands(
                        AUTHORISE,
                        new RecordProviderOutcome(
                                ID,
                                "authorise",
                                new ProviderOutcome.Approved("ref-authorise", EXPIRY, false)));
    }
}
