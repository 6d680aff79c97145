package io.daybook.query.order;

import static io.daybook.query.QuerySide.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.domain.audit.ReadLog;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.order.FindOrder;
import io.daybook.domain.order.FindOrderAt;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.order.RecordDelivery;
import io.daybook.domain.order.ShipLines;
import io.daybook.domain.read.Document;
import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import io.daybook.query.QuerySide;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindOrderAtIT {

    private final QuerySide daybook = QuerySide.running();
    private final TenantId tenant = QuerySide.newTenant();
    private final OrderId id = OrderId.of(UUID.randomUUID());

    @BeforeAll
    void anOrderThatWasPlacedPaidShippedAndDelivered() {
        for (var sku : List.of("TEA-1", "CUP-1")) {
            var item = new StockItemId(tenant, new Location("main"), new Sku(sku));
            daybook.accepted(tenant, new ReceiveStock(item, 100, null));
        }
        var order = OrderFixtures.placeOrder();
        daybook.accepted(
                tenant,
                new PlaceOrder(
                        id,
                        order.customerId(),
                        order.lines(),
                        null,
                        order.shippingFee(),
                        order.payment(),
                        "R-1",
                        // Equal hash codes: a map without an order of its own gives itself away.
                        Map.of("AaAa", "1", "BBBB", "2", "AaBB", "3", "BBAa", "4")));
        await().until(() -> now().contains("\"CONFIRMED\""));

        var shipment = ShipmentId.of(UUID.randomUUID());
        var lines =
                List.of(
                        new LineQuantity(OrderFixtures.TEA, 3),
                        new LineQuantity(OrderFixtures.CUPS, 2));
        daybook.accepted(tenant, new ShipLines(id, shipment, lines, null, "DHL", "T-1"));
        await().until(() -> json(now()).path("paymentStatus").asString().equals("CAPTURED"));
        daybook.accepted(tenant, new RecordDelivery(id, shipment));
        await().until(() -> json(now()).path("status").asString().equals("COMPLETED"));
        daybook.catchUp();
    }

    @Test
    void theNewestVersionIsTheVeryDocumentOfTheReadModel() {
        var newest = requireNonNull(daybook.find(new FindOrder(tenant, id)));

        assertThat(at(new Moment.AtVersion(newest.version()))).isEqualTo(newest);
        assertThat(at(new Moment.AsOf(Instant.now().plusSeconds(60)))).isEqualTo(newest);
    }

    @Test
    void everyVersionCanBeSeenAgain() {
        var newest = requireNonNull(daybook.find(new FindOrder(tenant, id))).version();
        assertThat(newest).isGreaterThanOrEqualTo(7);

        for (var version = 1L; version <= newest; version++) {
            var then = requireNonNull(at(new Moment.AtVersion(version)));
            assertThat(then.version()).isEqualTo(version);
            assertThat(json(then.json()).path("version").asLong()).isEqualTo(version);
        }
        var placed = json(requireNonNull(at(new Moment.AtVersion(1))).json());
        assertThat(placed.path("status").asString()).isEqualTo("PLACED");
        assertThat(placed.path("payments").size()).isZero();
    }

    @Test
    void aVersionThatNeverWasIsNothing() {
        var newest = requireNonNull(daybook.find(new FindOrder(tenant, id))).version();

        assertThat(at(new Moment.AtVersion(newest + 1))).isNull();
        assertThat(at(new Moment.AtVersion(0))).isNull();
    }

    @Test
    void anInstantShowsWhatWasRecordedByThen() {
        var history =
                daybook.list(
                        new ReadLog(
                                tenant,
                                null,
                                id.value(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                0,
                                100));

        for (var item : history.items()) {
            var event = json(item);
            var recordedAt = Instant.parse(event.path("recordedAt").asString());
            var version = event.path("version").asLong();
            assertThat(at(new Moment.AsOf(recordedAt)))
                    .extracting(Document::version)
                    .isEqualTo(version);
            if (version == 1) {
                assertThat(at(new Moment.AsOf(recordedAt.minusNanos(1)))).isNull();
            }
        }
    }

    @Test
    void anotherTenantSeesNothing() {
        var other = QuerySide.newTenant();

        assertThat(daybook.find(new FindOrder(other, id))).isNull();
        assertThat(daybook.find(new FindOrderAt(other, id, new Moment.AtVersion(1)))).isNull();
        assertThat(daybook.find(new FindOrderAt(other, id, new Moment.AsOf(Instant.MAX)))).isNull();
    }

    private @Nullable Document at(Moment moment) {
        return daybook.find(new FindOrderAt(tenant, id, moment));
    }

    private String now() {
        var document = daybook.find(new FindOrder(tenant, id));
        return document == null ? "{}" : document.json();
    }
}
