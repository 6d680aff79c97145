package io.daybook.command.payment.stripe;

import static io.daybook.command.CommandSide.anOrder;
import static io.daybook.command.CommandSide.newOrderId;
import static io.daybook.domain.order.OrderFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.CancelOrder;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whole orders paid through Stripe's library, on the whole command side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StripeProcessIT {

    private final StripeStandIn stripe = new StripeStandIn();
    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @BeforeAll
    void start() {
        daybook.restart(
                "daybook.payments.provider=stripe",
                "daybook.payments.stripe.api-key=sk_test_1",
                "daybook.payments.stripe.base-url=" + stripe.url(),
                "daybook.payments.stripe.timeout=700ms");
        for (String sku : List.of("TEA-1", "CUP-1")) {
            var item = new StockItemId(new TenantId("demo"), new Location("main"), new Sku(sku));
            accepted(new ReceiveStock(item, 1000, null));
        }
    }

    @AfterAll
    void stop() {
        daybook.close();
        stripe.close();
    }

    @Test
    void anOrderIsAuthorisedCapturedInPartsAndRefunded() {
        OrderId order = placed("pm_card_visa");
        PaymentId payment = PaymentId.forOrder(order);
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderConfirmed"));

        accepted(new CapturePayment(payment, eur("10.00"), "c1"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(payment)).endsWith("PaymentCaptured"));
        accepted(new CapturePayment(payment, eur("5.00"), "c2"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(payment))
                        .filteredOn("PaymentCaptured"::equals)
                        .hasSize(2));
        accepted(new RefundPayment(payment, eur("12.00"), "claim", "r1"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(payment)).endsWith("PaymentRefunded"));
    }

    @Test
    void aLostAnswerIsInDoubtUntilStripeIsAsked() {
        stripe.loseNextAnswer();
        OrderId order = placed("pm_card_visa");

        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderConfirmed"));
        assertThat(daybook.historyNames(PaymentId.forOrder(order)))
                .containsExactly(
                        "AuthorisationRequested", "ProviderOutcomeUnknown", "PaymentAuthorised");
    }

    @Test
    void aDeclinedCardRejectsTheOrderAndACancelledOneIsVoided() {
        OrderId declined = placed("pm_card_declined");
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(declined)).endsWith("OrderRejected"));

        OrderId cancelled = placed("pm_card_visa");
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(cancelled)).endsWith("OrderConfirmed"));
        accepted(new CancelOrder(cancelled, "changed my mind"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(cancelled)).endsWith("OrderCancelled"));
        assertThat(daybook.historyNames(PaymentId.forOrder(cancelled))).endsWith("PaymentVoided");
    }

    private OrderId placed(String token) {
        OrderId id = newOrderId();
        accepted(anOrder(id, token));
        return id;
    }

    private void accepted(Object command) {
        assertThat(daybook.send(command)).isInstanceOf(CommandResult.Accepted.class);
    }
}
