package io.daybook.command.process;

import static io.daybook.command.CommandSide.anOrder;
import static io.daybook.command.CommandSide.newOrderId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OpenReturn;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.ShipLines;
import io.daybook.domain.returns.ApproveReturn;
import io.daybook.domain.returns.ReturnRequested;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.ShipmentId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnProcessIT {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void aRequestThatWasInterruptedBecomesAReturnAndExpiresWhenNothingIsSent() {
        OrderId order = shipped();
        var id = ReturnId.of(UUID.randomUUID());
        var open =
                new OpenReturn(
                        order,
                        id,
                        ReturnKind.RETURN,
                        List.of(new LineQuantity(OrderFixtures.TEA, 2)),
                        NOW);

        accepted(daybook.send(open));

        await().untilAsserted(() ->
                assertThat(daybook.history(id))
                        .singleElement()
                        .isInstanceOfSatisfying(
                                ReturnRequested.class,
                                requested ->
                                        assertThat(requested.lines().getFirst().paid())
                                                .isEqualTo(OrderFixtures.eur("7.13"))));
        accepted(daybook.send(open));
        assertThat(daybook.historyNames(order).stream().filter("ReturnOpened"::equals)).hasSize(1);

        accepted(
                daybook.send(
                        new ApproveReturn(
                                id,
                                OrderFixtures.eur("0.00"),
                                OrderFixtures.eur("0.00"),
                                Instant.EPOCH)));
        await().untilAsserted(() -> assertThat(daybook.historyNames(id)).endsWith("ReturnExpired"));
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(order)).contains("OrderReturnEnded"));
    }

    private OrderId shipped() {
        for (String sku : List.of("TEA-1", "CUP-1")) {
            accepted(
                    daybook.send(
                            new ReceiveStock(
                                    new StockItemId(
                                            new TenantId("demo"),
                                            new Location("main"),
                                            new Sku(sku)),
                                    10,
                                    null)));
        }
        OrderId id = newOrderId();
        accepted(daybook.send(anOrder(id, "tok_approve")));
        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(id)).contains("OrderConfirmed"));
        accepted(
                daybook.send(
                        new ShipLines(
                                id,
                                ShipmentId.of(UUID.randomUUID()),
                                List.of(new LineQuantity(OrderFixtures.TEA, 3)),
                                null,
                                null,
                                null)));
        return id;
    }

    private static void accepted(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Accepted.class);
    }
}
