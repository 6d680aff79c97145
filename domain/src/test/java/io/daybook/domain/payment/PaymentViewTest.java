package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.AUTHORISE;
import static io.daybook.domain.payment.PaymentFixtures.ID;
import static io.daybook.domain.payment.PaymentFixtures.NOON;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.aCapturedPayment;
import static io.daybook.domain.payment.PaymentFixtures.aPayment;
import static io.daybook.domain.payment.PaymentFixtures.action;
import static io.daybook.domain.payment.PaymentFixtures.anAuthorisedPayment;
import static io.daybook.domain.payment.PaymentFixtures.approve;
import static io.daybook.domain.payment.PaymentFixtures.capture;
import static io.daybook.domain.payment.PaymentFixtures.decline;
import static io.daybook.domain.payment.PaymentFixtures.eur;
import static io.daybook.domain.payment.PaymentFixtures.refund;
import static io.daybook.domain.payment.PaymentFixtures.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.Scenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What callers see of a payment agrees with what the payment decides by, after each step. */
class PaymentViewTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void showsWhatWasAskedForAndWhatTheProviderDid() {
        var view =
                seen(
                        anAuthorisedPayment()
                                .givenCommands(
                                        capture("60.00", "c1"),
                                        approve("c1"),
                                        refund("15.00", "r1"),
                                        approve("r1"),
                                        capture("30.00", "c2"),
                                        refund("5.00", "r2")));

        assertThat(view)
                .returns(ID, PaymentView::paymentId)
                .returns(ORDER, PaymentView::orderId)
                .returns(PaymentStatus.PARTLY_REFUNDED, PaymentView::status)
                .returns("card", PaymentView::method)
                .returns("EUR", PaymentView::currency)
                .returns(new BigDecimal("100.00"), PaymentView::amount)
                .returns(new BigDecimal("100.00"), PaymentView::authorised)
                .returns(new BigDecimal("60.00"), PaymentView::captured)
                .returns(new BigDecimal("15.00"), PaymentView::refunded)
                .returns(new BigDecimal("0.00"), PaymentView::voided)
                .returns(new BigDecimal("0.00"), PaymentView::pendingAuthorisation)
                .returns(new BigDecimal("30.00"), PaymentView::pendingCapture)
                .returns(new BigDecimal("5.00"), PaymentView::pendingRefund)
                .returns(NOON, PaymentView::createdAt)
                .returns(NOON.plusSeconds(7), PaymentView::updatedAt)
                .returns(8L, PaymentView::version);
        assertThat(view.pendingOperations()).containsOnlyKeys("c2", "r2");
    }

    @Test
    void showsWhatIsAskedForBeforeTheProviderAnswers() {
        var view = seen(aPayment().givenCommands(AUTHORISE));

        assertThat(view)
                .returns(PaymentStatus.CREATED, PaymentView::status)
                .returns(new BigDecimal("100.00"), PaymentView::amount)
                .returns(new BigDecimal("0.00"), PaymentView::authorised)
                .returns(new BigDecimal("100.00"), PaymentView::pendingAuthorisation)
                .returns(1L, PaymentView::version);
    }

    @Test
    void showsWhyItWasDeclined() {
        var view = seen(aPayment().givenCommands(AUTHORISE, decline("authorise")));

        assertThat(view)
                .returns(PaymentStatus.DECLINED, PaymentView::status)
                .returns("no", PaymentView::declineReason);
    }

    @Test
    void showsWhatTheCustomerHasToDoAndWhatNobodyKnows() {
        var acting = aPayment().givenCommands(AUTHORISE, action("authorise"));
        assertThat(seen(acting))
                .returns(PaymentStatus.ACTION_REQUIRED, PaymentView::status)
                .returns("https://bank.example/3ds", PaymentView::customerAction);

        assertThat(seen(acting.givenCommands(unknown("authorise"))))
                .returns(PaymentStatus.IN_DOUBT, PaymentView::status)
                .returns("https://bank.example/3ds", PaymentView::customerAction);
    }

    @Test
    void showsWhenTheAuthorisationEndsAndThatItHasEnded() {
        Instant end = NOON.plusSeconds(600);
        var payment =
                aPayment()
                        .givenCommands(
                                AUTHORISE,
                                new RecordProviderOutcome(
                                        ID,
                                        "authorise",
                                        new ProviderOutcome.Approved("ref", end, false)));
        assertThat(seen(payment)).returns(end, PaymentView::expiresAt);

        assertThat(seen(payment.givenCommands(new ExpireAuthorisation(ID, end))))
                .returns(PaymentStatus.EXPIRED, PaymentView::status)
                .returns(new BigDecimal("100.00"), PaymentView::expired)
                .returns(end, PaymentView::expiresAt);
    }

    @Test
    void showsWhatWasLetGo() {
        var payment = anAuthorisedPayment().givenCommands(new VoidPayment(ID, "v1"), approve("v1"));

        assertThat(seen(payment))
                .returns(PaymentStatus.VOIDED, PaymentView::status)
                .returns(new BigDecimal("100.00"), PaymentView::voided);
    }

    @Test
    void showsDisputesFromTheirBeginningToTheirEnd() {
        var payment =
                aCapturedPayment().givenCommands(new OpenDispute(ID, "d1", eur("40.00"), "fraud"));
        assertThat(seen(payment))
                .returns(PaymentStatus.DISPUTED, PaymentView::status)
                .returns(new BigDecimal("40.00"), PaymentView::disputed)
                .returns(new BigDecimal("0.00"), PaymentView::chargedBack);

        payment.givenCommands(new CloseDispute(ID, "d1", DisputeOutcome.LOST));
        assertThat(seen(payment))
                .returns(PaymentStatus.LOST, PaymentView::status)
                .returns(new BigDecimal("0.00"), PaymentView::disputed)
                .returns(new BigDecimal("40.00"), PaymentView::chargedBack)
                .returns(
                        Map.of("d1", new Dispute(eur("40.00"), "fraud", DisputeOutcome.LOST)),
                        PaymentView::disputes);
    }

    @Test
    void showsMoneyThatPeopleHandedOver() {
        var view =
                seen(
                        aPayment()
                                .givenCommands(
                                        new RecordOfflinePayment(
                                                ID,
                                                ORDER,
                                                eur("12.00"),
                                                OfflineMethod.CASH,
                                                "slip")));

        assertThat(view)
                .returns(PaymentStatus.CAPTURED, PaymentView::status)
                .returns("cash", PaymentView::method)
                .returns(new BigDecimal("12.00"), PaymentView::amount)
                .returns(new BigDecimal("12.00"), PaymentView::captured);
    }

    @Test
    void documentsOfEarlierDaysKnowNoDisputesAndNoExpiry() {
        var view = seen(anAuthorisedPayment());
        var text = (ObjectNode) JSON.readTree(JSON.writeValueAsString(view));
        text.remove(List.of("disputes", "disputed", "expired"));

        assertThat(JSON.treeToValue(text, PaymentView.class)).isEqualTo(view);
    }

    @Test
    void startsWithWhatThePaymentIsFor() {
        var voided = new VoidRequested(ID, ORDER, "v1", null);

        assertThatThrownBy(() -> PaymentView.evolve(null, voided, NOON))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PaymentState.initial().evolve(voided))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCallerIsToldWhetherAnyMoneyIsLeft() {
        assertThat(receipt(anAuthorisedPayment()))
                .isEqualTo(new PaymentReceipt(ID, PaymentStatus.AUTHORISED, false));
        assertThat(receipt(aPayment().givenCommands(AUTHORISE, decline("authorise"))))
                .isEqualTo(new PaymentReceipt(ID, PaymentStatus.DECLINED, true));
    }

    private static PaymentReceipt receipt(
            Scenario<PaymentCommand, PaymentState, PaymentEvent, PaymentRejection> payment) {
        return PaymentReceipt.of((PaymentState.Created) payment.state());
    }

    /** Folds as the read model does: what is stored is JSON, and the next event goes on from it. */
    private static PaymentView seen(
            Scenario<PaymentCommand, PaymentState, PaymentEvent, PaymentRejection> payment) {
        @Nullable PaymentView view = null;
        PaymentState state = PaymentState.initial();
        int seconds = 0;
        for (PaymentEvent event : payment.history()) {
            PaymentView next = PaymentView.evolve(view, event, NOON.plusSeconds(seconds++));
            view = JSON.readValue(JSON.writeValueAsString(next), PaymentView.class);
            assertThat(view).isEqualTo(next);
            state = state.evolve(event);
            assertThat(view.amounts()).isEqualTo(((PaymentState.Created) state).amounts());
        }
        return Objects.requireNonNull(view);
    }
}
