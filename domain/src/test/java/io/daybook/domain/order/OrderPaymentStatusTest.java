package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderViews.at;
import static io.daybook.domain.order.OrderViews.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.payment.AuthorisationRequested;
import io.daybook.domain.payment.CaptureRequested;
import io.daybook.domain.payment.DisputeClosed;
import io.daybook.domain.payment.DisputeOpened;
import io.daybook.domain.payment.DisputeOutcome;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.payment.PaymentCaptured;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.payment.PaymentVoided;
import io.daybook.domain.payment.RefundRequested;
import io.daybook.domain.payment.VoidRequested;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How far an order of 35.60 is paid, over all of its payments. */
class OrderPaymentStatusTest {

    private static final PaymentId EXTRA =
            PaymentId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000009L));

    private OrderView view = seen(aConfirmedOrder());

    @Test
    void whatIsOnlyAskedForIsNotAuthorised() {
        see(new AuthorisationRequested(PAYMENT, ID, "authorise", eur("35.60"), "card", "tok"));

        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.NONE);
        assertThat(view.updatedAt()).isEqualTo(at(99));
        assertThat(view.version()).isEqualTo(seen(aConfirmedOrder()).version());
    }

    @Test
    void anAuthorisationCountsUntilAllOfItIsLetGo() {
        authorised(PAYMENT, "35.60");
        authorised(EXTRA, "10.00");
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.AUTHORISED);

        letGo(PAYMENT, "35.60");
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.AUTHORISED);
        letGo(EXTRA, "10.00");
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.NONE);
        assertThat(view.payments())
                .extracting(PaymentView::paymentId)
                .containsExactly(PAYMENT, EXTRA);
    }

    @Test
    void capturesOfAllPaymentsAddUp() {
        authorised(PAYMENT, "30.00");
        authorised(EXTRA, "5.60");
        captured(PAYMENT, "30.00");
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.PARTLY_CAPTURED);
        assertThat(view.balanceDue()).isEqualByComparingTo("5.60");

        captured(EXTRA, "5.60");
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.CAPTURED);
        assertThat(view.balanceDue()).isEqualByComparingTo("0.00");
    }

    @Test
    void refundsOfAllPaymentsAddUp() {
        authorised(PAYMENT, "30.00");
        authorised(EXTRA, "5.60");
        captured(PAYMENT, "30.00");
        captured(EXTRA, "5.60");

        refunded(PAYMENT, "30.00");
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.PARTLY_REFUNDED);
        refunded(EXTRA, "5.60");
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.REFUNDED);
        assertThat(view.balanceDue()).isEqualByComparingTo("35.60");
    }

    @Test
    void anOpenDisputeOfAnyPaymentIsShownUntilItIsDecided() {
        authorised(PAYMENT, "30.00");
        authorised(EXTRA, "5.60");
        captured(PAYMENT, "30.00");
        captured(EXTRA, "5.60");

        see(new DisputeOpened(EXTRA, ID, "d", "d", eur("5.60"), "fraudulent"));
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.DISPUTED);
        assertThat(view.lines())
                .extracting(OrderView.Line::paymentStatus)
                .containsOnly(OrderPaymentStatus.DISPUTED);

        see(new DisputeClosed(EXTRA, ID, "d", "d", eur("5.60"), DisputeOutcome.WON, false));
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.CAPTURED);
        assertThat(view.balanceDue()).isEqualByComparingTo("0.00");
    }

    @Test
    void whatTheBankTookBackIsOwedAgain() {
        authorised(PAYMENT, "35.60");
        captured(PAYMENT, "35.60");
        see(new DisputeOpened(PAYMENT, ID, "d", "d", eur("35.60"), "fraudulent"));
        assertThat(view.balanceDue()).isEqualByComparingTo("0.00");

        see(new DisputeClosed(PAYMENT, ID, "d", "d", eur("35.60"), DisputeOutcome.LOST, true));
        assertThat(view.balanceDue()).isEqualByComparingTo("35.60");
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.REFUNDED);
    }

    private void authorised(PaymentId payment, String amount) {
        see(new AuthorisationRequested(payment, ID, "authorise", eur(amount), "card", "tok"));
        see(new PaymentAuthorised(payment, ID, "authorise", eur(amount), "ref"));
    }

    private void captured(PaymentId payment, String amount) {
        see(new CaptureRequested(payment, ID, "c", eur(amount), null));
        see(new PaymentCaptured(payment, ID, "c", eur(amount), "ref"));
    }

    private void refunded(PaymentId payment, String amount) {
        see(new RefundRequested(payment, ID, "r", eur(amount), "goodwill", List.of(), null));
        see(new PaymentRefunded(payment, ID, "r", eur(amount), "ref", false));
    }

    private void letGo(PaymentId payment, String amount) {
        see(new VoidRequested(payment, ID, "v", null));
        see(new PaymentVoided(payment, ID, "v", eur(amount), true));
    }

    private void see(PaymentEvent event) {
        view = view.evolve(event, at(99));
    }
}
