package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.ID;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.ROUTE;
import static io.daybook.domain.payment.PaymentFixtures.aCapturedPayment;
import static io.daybook.domain.payment.PaymentFixtures.amounts;
import static io.daybook.domain.payment.PaymentFixtures.anAuthorisedPayment;
import static io.daybook.domain.payment.PaymentFixtures.approve;
import static io.daybook.domain.payment.PaymentFixtures.callback;
import static io.daybook.domain.payment.PaymentFixtures.disputed;
import static io.daybook.domain.payment.PaymentFixtures.eur;
import static io.daybook.domain.payment.PaymentFixtures.received;
import static io.daybook.domain.payment.PaymentFixtures.refund;
import static io.daybook.domain.payment.PaymentFixtures.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisputeTest {

    private static final OpenDispute OPEN = new OpenDispute(ID, "dp_1", eur("60.00"), "fraud");
    private static final CloseDispute WON = new CloseDispute(ID, "dp_1", DisputeOutcome.WON);
    private static final CloseDispute LOST = new CloseDispute(ID, "dp_1", DisputeOutcome.LOST);

    @Test
    void p16_a_dispute_is_a_state_and_its_money_cannot_be_refunded_meanwhile() {
        var payment = aCapturedPayment();
        payment.when(OPEN)
                .thenEvents(new DisputeOpened(ID, ORDER, "dp_1", "dp_1", eur("60.00"), "fraud"));
        payment.givenCommands(OPEN);

        assertThat(status(payment)).isEqualTo(PaymentStatus.DISPUTED);
        payment.when(refund("40.01", "r1"))
                .thenRefused(new PaymentRejection.ExceedsCaptured(eur("40.01"), eur("40.00")));
    }

    @Test
    void p16_a_lost_dispute_is_charged_back() {
        var payment = aCapturedPayment().givenCommands(OPEN);
        payment.when(LOST)
                .thenEvents(
                        new DisputeClosed(
                                ID,
                                ORDER,
                                "dp_1",
                                "dp_1",
                                eur("60.00"),
                                DisputeOutcome.LOST,
                                false));
        payment.givenCommands(LOST);

        assertThat(status(payment)).isEqualTo(PaymentStatus.LOST);
        assertThat(amounts(payment).chargedBack()).isEqualTo(eur("60.00"));
        assertThat(amounts(payment).refundable()).isEqualTo(eur("40.00"));
    }

    @Test
    void p16_a_won_dispute_leaves_the_money() {
        var payment = aCapturedPayment().givenCommands(OPEN, WON);

        assertThat(status(payment)).isEqualTo(PaymentStatus.WON);
        assertThat(amounts(payment).refundable()).isEqualTo(eur("100.00"));
        payment.givenCommands(refund("10.00", "r1"), approve("r1"));
        assertThat(status(payment)).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
    }

    @Test
    void repeatingWhatIsKnownChangesNothingAndAnythingElseIsRefused() {
        var open = aCapturedPayment().givenCommands(OPEN);
        open.when(OPEN).thenNothingChanges();
        open.when(new OpenDispute(ID, "dp_1", eur("1.00"), "fraud"))
                .thenRefused(new PaymentRejection.DisputeDiffers("dp_1"));
        open.when(new CloseDispute(ID, "dp_2", DisputeOutcome.WON))
                .thenRefused(new PaymentRejection.UnknownDispute("dp_2"));
        var won = open.givenCommands(WON);
        won.when(WON).thenNothingChanges();
        won.when(LOST).thenRefused(new PaymentRejection.DisputeDiffers("dp_1"));
        won.when(OPEN).thenNothingChanges();
    }

    @Test
    void onlyWhatIsKeptCanBeDisputed() {
        aCapturedPayment()
                .givenCommands(refund("50.00", "r1"))
                .when(OPEN)
                .thenRefused(new PaymentRejection.ExceedsCaptured(eur("60.00"), eur("50.00")));
        var usd = new Money(BigDecimal.ONE, Currency.getInstance("USD"));
        aCapturedPayment()
                .when(new OpenDispute(ID, "dp_1", usd, "fraud"))
                .thenRefused(new PaymentRejection.CurrencyDiffers("USD", "EUR"));
    }

    @Test
    void theProviderReportsBeginningAndEndInAnyOrder() {
        var opened = callback("evt_1", 0, disputed("dp_1", "60.00", DisputeOutcome.OPEN));
        var lost = callback("evt_2", 1, disputed("dp_1", "60.00", DisputeOutcome.LOST));
        var inOrder = aCapturedPayment().givenCommands(opened, lost);
        var reversed = aCapturedPayment().givenCommands(lost, opened);

        assertThat(amounts(reversed)).isEqualTo(amounts(inOrder));
        assertThat(status(reversed)).isEqualTo(PaymentStatus.LOST);
        aCapturedPayment()
                .when(lost)
                .thenEvents(
                        received(lost, true),
                        new DisputeOpened(ID, ORDER, "dp_1", "dp_1", eur("60.00"), "fraudulent"),
                        new DisputeClosed(
                                ID,
                                ORDER,
                                "dp_1",
                                "dp_1",
                                eur("60.00"),
                                DisputeOutcome.LOST,
                                false));
    }

    @Test
    void ofAReportedDisputeThePartThatWasKeptCounts() {
        var all = callback("evt_1", 0, disputed("dp_1", "100.00", DisputeOutcome.LOST));
        var payment = aCapturedPayment().givenCommands(refund("30.00", "r1"), approve("r1"), all);

        assertThat(amounts(payment).chargedBack()).isEqualTo(eur("70.00"));
        assertThat(amounts(payment).reversed()).isTrue();
        var none = callback("evt_2", 0, disputed("dp_2", "5.00", DisputeOutcome.OPEN));
        payment.when(none).thenEvents(received(none, false));
        anAuthorisedPayment().when(none).thenEvents(received(none, false));
    }

    @Test
    void moneyThatIsFreeAgainGoesBackWhenTheOrderWasCancelledMeanwhile() {
        var payment =
                aCapturedPayment()
                        .givenCommands(
                                OPEN,
                                new ReversePayment(ID, "order-cancelled"),
                                approve("reversal-refund"));
        assertThat(amounts(payment).reversed()).isFalse();

        payment.when(WON)
                .thenEvents(
                        new DisputeClosed(
                                ID, ORDER, "dp_1", "dp_1", eur("60.00"), DisputeOutcome.WON, false),
                        new RefundRequested(
                                ID,
                                ORDER,
                                "reversal-refund-2",
                                eur("60.00"),
                                "dispute-won",
                                List.of(),
                                ROUTE));
        payment.when(LOST)
                .thenEvents(
                        new DisputeClosed(
                                ID,
                                ORDER,
                                "dp_1",
                                "dp_1",
                                eur("60.00"),
                                DisputeOutcome.LOST,
                                true));
    }
}
