package io.daybook.command.process;

import static io.daybook.command.CommandSide.anOrder;
import static io.daybook.command.CommandSide.newOrderId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.ApplyChange;
import io.daybook.domain.order.CancelLines;
import io.daybook.domain.order.ExpireOrder;
import io.daybook.domain.order.LineEdit;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.PaymentTerms;
import io.daybook.domain.order.ProposeChange;
import io.daybook.domain.order.ShipLines;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ShipmentId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Changes, cancelled lines and expiry move stock and money by themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderChangeProcessIT {

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @BeforeAll
    void stock() {
        accepted(new ReceiveStock(item("TEA-1"), 1000, null));
        accepted(new ReceiveStock(item("CUP-1"), 1000, null));
    }

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void anIncreaseReservesAndAuthorisesTheDifference() {
        long cups = reserved("CUP-1");
        OrderId id = confirmed();
        ChangeId change = applied(id, new LineEdit(OrderFixtures.CUPS, 5, null, null), null);

        await().untilAsserted(() -> assertThat(daybook.historyNames(id)).endsWith("ChangeApplied"));
        assertThat(reserved("CUP-1")).isEqualTo(cups + 5);
        assertThat(daybook.historyNames(PaymentId.forChange(change)))
                .containsExactly("AuthorisationRequested", "PaymentAuthorised");
    }

    @Test
    void aDeclinedDifferenceLeavesNothingBehind() {
        long cups = reserved("CUP-1");
        OrderId id = confirmed();
        applied(
                id,
                new LineEdit(OrderFixtures.CUPS, 5, null, null),
                new PaymentTerms("card", "tok_decline"));

        await().untilAsserted(() -> assertThat(daybook.historyNames(id)).endsWith("ChangeFailed"));
        await().untilAsserted(() -> assertThat(reserved("CUP-1")).isEqualTo(cups + 2));
    }

    @Test
    void missingStockRefusesAChangeAndKeepsNothing() {
        long cups = reserved("CUP-1");
        OrderId id = confirmed();
        ChangeId change = applied(id, new LineEdit(OrderFixtures.CUPS, 5000, null, null), null);

        await().untilAsserted(() -> assertThat(daybook.historyNames(id)).endsWith("ChangeFailed"));
        assertThat(reserved("CUP-1")).isEqualTo(cups + 2);
        assertThat(daybook.historyNames(PaymentId.forChange(change))).isEmpty();
    }

    @Test
    void o05_aDecreaseGivesUnitsBack() {
        long tea = reserved("TEA-1");
        OrderId id = confirmed();
        applied(id, new LineEdit(OrderFixtures.TEA, 1, null, null), null);

        await().untilAsserted(() -> assertThat(reserved("TEA-1")).isEqualTo(tea + 1));
    }

    @Test
    void cancelledLinesGiveUnitsAndCapturedMoneyBack() {
        long tea = reserved("TEA-1");
        OrderId id = confirmed();
        PaymentId payment = PaymentId.forOrder(id);
        accepted(new CapturePayment(payment, null, "capture-by-hand"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(id)).endsWith("OrderPaymentCaptured"));

        accepted(
                new CancelLines(
                        id,
                        CancellationId.of(UUID.randomUUID()),
                        "too many",
                        List.of(new LineQuantity(OrderFixtures.TEA, 3))));

        await().untilAsserted(() ->
                assertThat(daybook.history(payment).getLast())
                        .isInstanceOfSatisfying(
                                PaymentRefunded.class,
                                refunded ->
                                        assertThat(refunded.amount())
                                                .isEqualTo(OrderFixtures.eur("10.70"))));
        assertThat(reserved("TEA-1")).isEqualTo(tea);
    }

    @Test
    void moneyBeyondTheTotalIsVoidedWithTheLastShipment() {
        OrderId id = confirmed();
        PaymentId extra = PaymentId.of(UUID.randomUUID());
        accepted(
                new AuthorisePayment(extra, id, OrderFixtures.eur("50.00"), "card", "tok_approve"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(id)).endsWith("OrderPaymentRecorded"));

        accepted(
                new ShipLines(
                        id,
                        ShipmentId.of(UUID.randomUUID()),
                        List.of(
                                new LineQuantity(OrderFixtures.TEA, 3),
                                new LineQuantity(OrderFixtures.CUPS, 2)),
                        null,
                        null,
                        null));

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(extra)).endsWith("PaymentVoided"));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(PaymentId.forOrder(id)))
                        .endsWith("PaymentCaptured"));
    }

    @Test
    void expiringAtOnceNeverLeavesStockOrMoneyBehind() {
        long tea = reserved("TEA-1");
        Instant due = Instant.parse("2026-11-22T10:00:00Z");
        for (int i = 0; i < 5; i++) {
            OrderId id = newOrderId();
            accepted(OrderFixtures.until(due, anOrder(id, "tok_timeout")));
            accepted(new ExpireOrder(id, due));

            await().untilAsserted(() -> {
                assertThat(daybook.historyNames(id)).contains("OrderExpired");
                assertThat(reserved("TEA-1")).isEqualTo(tea);
                List<String> payment = daybook.historyNames(PaymentId.forOrder(id));
                assertThat(payment.isEmpty() || "PaymentVoided".equals(payment.getLast()))
                        .as("payment %s", payment)
                        .isTrue();
            });
        }
    }

    private ChangeId applied(OrderId id, LineEdit edit, @Nullable PaymentTerms terms) {
        ChangeId change = ChangeId.of(UUID.randomUUID());
        accepted(new ProposeChange(id, change, List.of(), List.of(edit), List.of(), null));
        accepted(new ApplyChange(id, change, daybook.history(id).size(), terms));
        return change;
    }

    private OrderId confirmed() {
        OrderId id = newOrderId();
        accepted(anOrder(id, "tok_approve"));
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(id)).endsWith("OrderConfirmed"));
        return id;
    }

    private long reserved(String sku) {
        StockState state = StockState.initial();
        for (Object event : daybook.history(item(sku))) {
            state = state.evolve((StockEvent) event);
        }
        return ((StockState.Registered) state).reserved();
    }

    private static StockItemId item(String sku) {
        return new StockItemId(new TenantId("demo"), new Location("main"), new Sku(sku));
    }

    private void accepted(Object command) {
        assertThat(daybook.send(command)).isInstanceOf(CommandResult.Accepted.class);
    }
}
