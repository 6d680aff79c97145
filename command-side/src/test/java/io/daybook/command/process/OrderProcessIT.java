package io.daybook.command.process;

import static io.daybook.command.CommandSide.anOrder;
import static io.daybook.command.CommandSide.newOrderId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReservationReleased;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockReserved;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.CancelOrder;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.OrderRejected;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.order.RejectionReason;
import io.daybook.domain.order.ShipLines;
import io.daybook.domain.payment.PaymentCaptured;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.ShipmentId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderProcessIT {

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @BeforeAll
    void stock() {
        accepted(daybook.send(new ReceiveStock(item("TEA-1"), 1000, null)));
        accepted(daybook.send(new ReceiveStock(item("CUP-1"), 1000, null)));
    }

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void aPlacedOrderIsConfirmedByItself() {
        OrderId id = placed("tok_approve");

        await().untilAsserted(() ->
                assertThat(daybook.historyNames(id))
                        .containsExactly(
                                "OrderPlaced",
                                "OrderStockReserved",
                                "OrderPaymentRequested",
                                "OrderPaymentRecorded",
                                "OrderConfirmed"));
        assertThat(daybook.historyNames(PaymentId.forOrder(id)))
                .containsExactly("AuthorisationRequested", "PaymentAuthorised");
    }

    @Test
    void anUnansweredAuthorisationIsAskedForAndThenConfirmed() {
        OrderId id = placed("tok_timeout");

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(id)).endsWith("OrderConfirmed"));
        assertThat(daybook.historyNames(PaymentId.forOrder(id)))
                .containsExactly(
                        "AuthorisationRequested", "ProviderOutcomeUnknown", "PaymentAuthorised");
    }

    @Test
    void aDeclinedPaymentRejectsTheOrderAndGivesTheStockBack() {
        OrderId id = placed("tok_decline");

        await().untilAsserted(() -> assertThat(daybook.historyNames(id)).endsWith("OrderRejected"));
        await().untilAsserted(() -> assertThat(openReservations(id)).isZero());
    }

    @Test
    void o13_missingStockRejectsTheOrderAndKeepsNothing() {
        StockItemId cups = item("CUP-RARE");
        accepted(daybook.send(new ReceiveStock(cups, 1, null)));
        var line = OrderFixtures.line(OrderFixtures.CUPS, "CUP-RARE", 2, "10.00", "0.00", "0");
        OrderId id = newOrderId();
        var order = anOrder(id, "tok_approve");
        accepted(
                daybook.send(
                        new PlaceOrder(
                                id,
                                order.customerId(),
                                List.of(order.lines().getFirst(), line),
                                null,
                                order.shippingFee(),
                                order.payment(),
                                null,
                                order.metadata())));

        await().untilAsserted(() ->
                assertThat(daybook.history(id).getLast())
                        .isInstanceOfSatisfying(
                                OrderRejected.class,
                                rejected ->
                                        assertThat(rejected.reason())
                                                .isEqualTo(RejectionReason.INSUFFICIENT_STOCK)));
        assertThat(openReservations(id)).isZero();
        assertThat(stock("CUP-RARE").available()).isEqualTo(1);
    }

    @Test
    void o14_twoLinesOfOneSkuShareItsStock() {
        StockItemId pots = item("POT-RARE");
        accepted(daybook.send(new ReceiveStock(pots, 3, null)));
        OrderId id = newOrderId();
        var order = anOrder(id, "tok_approve");
        accepted(
                daybook.send(
                        new PlaceOrder(
                                id,
                                order.customerId(),
                                List.of(
                                        OrderFixtures.line(
                                                OrderFixtures.TEA, "POT-RARE", 2, "5.00", "0", "0"),
                                        OrderFixtures.line(
                                                OrderFixtures.CUPS,
                                                "POT-RARE",
                                                2,
                                                "5.00",
                                                "0",
                                                "0")),
                                null,
                                order.shippingFee(),
                                order.payment(),
                                null,
                                order.metadata())));

        await().untilAsserted(() -> assertThat(daybook.historyNames(id)).endsWith("OrderRejected"));
        await().untilAsserted(() -> assertThat(stock("POT-RARE").available()).isEqualTo(3));
    }

    @Test
    void shippingTakesTheUnitsOffTheShelfAndCapturesTheirPrice() {
        OrderId id = confirmed();
        var shipment = ShipmentId.of(UUID.randomUUID());
        var line = new LineQuantity(OrderFixtures.TEA, 3);

        accepted(daybook.send(new ShipLines(id, shipment, List.of(line), null, "DHL", null)));

        await().untilAsserted(() ->
                assertThat(daybook.history(PaymentId.forOrder(id)).getLast())
                        .isInstanceOfSatisfying(
                                PaymentCaptured.class,
                                captured ->
                                        assertThat(captured.amount())
                                                .isEqualTo(OrderFixtures.eur("15.60"))));
        assertThat(daybook.historyNames(item("TEA-1"))).contains("ReservationCommitted");
    }

    @Test
    void aCancelledOrderLeavesNeitherStockNorMoneyBehind() {
        OrderId id = confirmed();

        accepted(daybook.send(new CancelOrder(id, "changed my mind")));

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(id)).endsWith("OrderCancelled"));
        assertThat(daybook.historyNames(PaymentId.forOrder(id)))
                .endsWith("VoidRequested", "PaymentVoided");
        assertThat(openReservations(id)).isZero();
    }

    @Test
    void cancellingAtOnceNeverLeavesStockOrMoneyBehind() {
        for (int i = 0; i < 10; i++) {
            OrderId id = placed("tok_approve");
            accepted(daybook.send(new CancelOrder(id, "too fast")));

            await().untilAsserted(
                            () -> assertThat(daybook.historyNames(id)).endsWith("OrderCancelled"));
            assertThat(openReservations(id)).isZero();
            List<String> payment = daybook.historyNames(PaymentId.forOrder(id));
            assertThat(payment.isEmpty() || "PaymentVoided".equals(payment.getLast()))
                    .as("payment %s", payment)
                    .isTrue();
        }
    }

    @Test
    void eventsTellWhoCausedThemAndWhy() {
        OrderId id = confirmed();

        var confirmation =
                daybook.bean(EventStore.class)
                        .readEvents(id.value())
                        .asStream()
                        .reduce((_, last) -> last)
                        .orElseThrow();

        assertThat(confirmation.getMetaData())
                .containsEntry("tenant", "demo")
                .containsEntry("actor", "process:confirm")
                .containsKeys("causationId", "commandId");
    }

    private OrderId confirmed() {
        OrderId id = placed("tok_approve");
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(id)).endsWith("OrderConfirmed"));
        return id;
    }

    private OrderId placed(String token) {
        OrderId id = newOrderId();
        accepted(daybook.send(anOrder(id, token)));
        return id;
    }

    private int openReservations(OrderId id) {
        int open = 0;
        for (String sku : List.of("TEA-1", "CUP-1")) {
            for (Object event : daybook.history(item(sku))) {
                open +=
                        switch (event) {
                            case StockReserved e when id.value().equals(e.reference()) ->
                                    e.quantity();
                            case ReservationReleased e
                                    when e.reservationId().equals(line(id, sku)) ->
                                    -e.quantity();
                            default -> 0;
                        };
            }
        }
        return open;
    }

    private static ReservationId line(OrderId id, String sku) {
        return ReservationId.forLine(id, "TEA-1".equals(sku) ? "1" : "2");
    }

    private StockState.Registered stock(String sku) {
        StockState state = StockState.initial();
        for (Object event : daybook.history(item(sku))) {
            state = state.evolve((StockEvent) event);
        }
        return (StockState.Registered) state;
    }

    private static StockItemId item(String sku) {
        return new StockItemId(new TenantId("demo"), new Location("main"), new Sku(sku));
    }

    private static void accepted(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Accepted.class);
    }
}
