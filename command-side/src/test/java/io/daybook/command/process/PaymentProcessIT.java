package io.daybook.command.process;

import static io.daybook.command.CommandSide.anOrder;
import static io.daybook.command.CommandSide.newOrderId;
import static io.daybook.domain.order.OrderFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.CancelLines;
import io.daybook.domain.order.CancelOrder;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.PaymentTerms;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.ConfirmRefund;
import io.daybook.domain.payment.ExpireAuthorisation;
import io.daybook.domain.payment.OfflineMethod;
import io.daybook.domain.payment.PaymentDeclined;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.payment.ProviderFact;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.payment.RecordOfflinePayment;
import io.daybook.domain.payment.RecordProviderEvent;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.RefundPlan;
import io.daybook.domain.payment.RefundPreference;
import io.daybook.domain.payment.RefundRequested;
import io.daybook.domain.payment.RefundSource;
import io.daybook.domain.payment.VoidPayment;
import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.shared.TenantId;
import io.daybook.domain.storecredit.GrantStoreCredit;
import io.daybook.domain.storecredit.StoreCreditEvent;
import io.daybook.domain.storecredit.StoreCreditState;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Payments and what follows from them, on the whole command side with the sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentProcessIT {

    private static final TenantId TENANT = new TenantId("demo");

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @BeforeAll
    void stock() {
        daybook.restart(
                "daybook.payments.sandbox.late=1s",
                "daybook.payments.sandbox.authorisation-lifetime=1ms");
        for (String sku : List.of("TEA-1", "CUP-1")) {
            var item = new StockItemId(TENANT, new Location("main"), new Sku(sku));
            accepted(new ReceiveStock(item, 1000, null));
        }
    }

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void p01_a_callback_that_comes_twice_and_before_the_answer_confirms_once() {
        OrderId order = placed("tok_duplicate");

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderConfirmed"));
        assertThat(daybook.historyNames(PaymentId.forOrder(order)))
                .containsExactly(
                        "AuthorisationRequested", "ProviderEventReceived", "PaymentAuthorised");
    }

    @Test
    void p04_an_answer_that_comes_late_confirms_the_order_all_the_same() {
        OrderId order = placed("tok_late");

        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderConfirmed"));
        assertThat(daybook.historyNames(PaymentId.forOrder(order)))
                .containsExactly(
                        "AuthorisationRequested", "ProviderOutcomeUnknown", "PaymentAuthorised");
    }

    @Test
    void aRequestThatNeverArrivedRejectsTheOrder() {
        OrderId order = placed("tok_lost");

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderRejected"));
    }

    @Test
    void theOrderWaitsForTheCustomerAndGoesOnByCallback() {
        OrderId order = placed("tok_action");
        PaymentId payment = PaymentId.forOrder(order);
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(payment)).endsWith("CustomerActionRequired"));

        accepted(
                new RecordProviderEvent(
                        payment,
                        "evt_" + payment,
                        Instant.EPOCH,
                        new ProviderFact.Succeeded(
                                ProviderOperation.AUTHORISE, "authorise", null, "sbx_1", null)));

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderConfirmed"));
    }

    @Test
    void aCustomerWhoFailsEndsTheOrder() {
        OrderId order = placed("tok_action");
        PaymentId payment = PaymentId.forOrder(order);
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(payment)).endsWith("CustomerActionRequired"));

        accepted(new CancelOrder(order, "customer left"));

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderCancelled"));
        assertThat(daybook.historyNames(payment)).endsWith("VoidRequested", "PaymentDeclined");
    }

    @Test
    void anExpiredAuthorisationTellsItsOrder() {
        OrderId order = placed("tok_expires");
        PaymentId payment = PaymentId.forOrder(order);
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).contains("OrderConfirmed"));

        accepted(new ExpireAuthorisation(payment, Instant.now().plusSeconds(1)));

        await().untilAsserted(() ->
                assertThat(daybook.historyNames(order)).contains("OrderPaymentReversed"));
        assertThat(daybook.historyNames(payment)).endsWith("AuthorisationExpired");
    }

    @Test
    void p09_a_refund_goes_over_several_payments_and_each_takes_its_step_once() {
        OrderId order = confirmed();
        PaymentId card = PaymentId.forOrder(order);
        PaymentId cash = PaymentId.of(UUID.randomUUID());
        accepted(new CapturePayment(card, eur("10.00"), "c1"));
        accepted(new RecordOfflinePayment(cash, order, eur("20.00"), OfflineMethod.CASH, "till 1"));
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(card)).endsWith("PaymentCaptured"));
        var plan =
                RefundPlan.of(
                        eur("25.00"),
                        List.of(
                                new RefundSource(card, "card", eur("10.00")),
                                new RefundSource(cash, "cash", eur("20.00"))),
                        RefundPreference.OLDEST_FIRST);
        var steps = plan.steps();

        accepted(
                new RefundPayment(
                        steps.getFirst().paymentId(),
                        steps.getFirst().amount(),
                        "claim",
                        "r1",
                        steps.subList(1, steps.size())));

        await().untilAsserted(() -> {
            assertThat(daybook.historyNames(card)).endsWith("RefundRequested", "PaymentRefunded");
            assertThat(daybook.historyNames(cash))
                    .containsExactly("OfflinePaymentRecorded", "RefundRequested");
        });
        accepted(new ConfirmRefund(cash, "r1", "slip 1"));
        assertThat(daybook.history(cash).getLast())
                .isEqualTo(new PaymentRefunded(cash, order, "r1", eur("15.00"), "slip 1", false));
        assertThat(daybook.historyNames(order)).contains("OrderPaymentRecorded");
    }

    @Test
    void cashForLinesThatAreCancelledGoesBack() {
        OrderId order = CommandSide.newOrderId();
        PlaceOrder like = CommandSide.anOrder(order, "tok_approve");
        accepted(
                new PlaceOrder(
                        order,
                        like.customerId(),
                        like.lines(),
                        null,
                        like.shippingFee(),
                        null,
                        null,
                        like.metadata()));
        PaymentId cash = PaymentId.of(UUID.randomUUID());
        accepted(new RecordOfflinePayment(cash, order, eur("35.60"), OfflineMethod.CASH, "till 1"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(order))
                        .contains("OrderConfirmed", "OrderPaymentCaptured"));

        accepted(
                new CancelLines(
                        order,
                        CancellationId.of(UUID.randomUUID()),
                        "changed my mind",
                        List.of(new LineQuantity(OrderFixtures.CUPS, 2))));

        await().untilAsserted(() ->
                assertThat(daybook.history(cash).getLast())
                        .isInstanceOfSatisfying(
                                RefundRequested.class,
                                refund -> assertThat(refund.amount()).isEqualTo(eur("20.00"))));
    }

    @Test
    void storeCreditIsHeldSpentAndGivenBack() {
        var account =
                new StoreCreditId(
                        TENANT,
                        Currency.getInstance("EUR"),
                        new CustomerId("cust-" + UUID.randomUUID()));
        accepted(new GrantStoreCredit(account, "g1", eur("50.00"), "welcome"));
        OrderId order = placed("store-credit", account.customer().value());
        PaymentId payment = PaymentId.forOrder(order);
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderConfirmed"));

        accepted(new CapturePayment(payment, eur("10.00"), "c1"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(payment)).endsWith("PaymentCaptured"));
        accepted(new RefundPayment(payment, eur("4.00"), "claim", "r1"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(payment)).endsWith("PaymentRefunded"));
        accepted(new VoidPayment(payment, "v1"));
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(payment)).endsWith("PaymentVoided"));

        assertThat(daybook.historyNames(account))
                .containsExactly(
                        "StoreCreditGranted",
                        "StoreCreditHeld",
                        "StoreCreditSpent",
                        "StoreCreditGivenBack",
                        "StoreCreditReleased");
        assertThat(account(account).available()).isEqualTo(eur("44.00"));
    }

    @Test
    void withoutEnoughCreditTheOrderIsRejected() {
        OrderId order = placed("store-credit", "nobody-" + UUID.randomUUID());

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderRejected"));
        assertThat(daybook.history(PaymentId.forOrder(order)).getLast())
                .isInstanceOfSatisfying(
                        PaymentDeclined.class,
                        declined ->
                                assertThat(declined.reason())
                                        .isEqualTo("insufficient-store-credit"));
    }

    @Test
    void p14_a_payment_that_is_asked_for_twice_exists_once() {
        OrderId order = confirmed();
        PaymentId payment = PaymentId.of(UUID.randomUUID());
        var authorise = new AuthorisePayment(payment, order, eur("5.00"), "card", "tok_approve");

        accepted(authorise);
        accepted(authorise);

        await().untilAsserted(() ->
                assertThat(daybook.historyNames(payment))
                        .containsExactly("AuthorisationRequested", "PaymentAuthorised"));
    }

    private StoreCreditState account(StoreCreditId id) {
        var state = StoreCreditState.initial(id.currency());
        for (Object event : daybook.history(id)) {
            state = state.evolve((StoreCreditEvent) event);
        }
        return state;
    }

    private OrderId confirmed() {
        OrderId order = placed("tok_approve");
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).endsWith("OrderConfirmed"));
        return order;
    }

    private OrderId placed(String token) {
        return placed("card", token);
    }

    private OrderId placed(String method, String token) {
        OrderId id = newOrderId();
        PlaceOrder order = anOrder(id, token);
        accepted(
                new PlaceOrder(
                        id,
                        order.customerId(),
                        order.lines(),
                        order.shippingAddress(),
                        order.shippingFee(),
                        new PaymentTerms(method, token),
                        order.reference(),
                        order.metadata()));
        return id;
    }

    private void accepted(Object command) {
        assertThat(daybook.send(command)).isInstanceOf(CommandResult.Accepted.class);
    }
}
