package io.daybook.domain.returns;

import static io.daybook.domain.returns.ReturnFixtures.CUPS;
import static io.daybook.domain.returns.ReturnFixtures.TEA;
import static io.daybook.domain.returns.ReturnFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.LinesShipped;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.OrderPlaced;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.order.ShipmentDelivered;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.ShipmentId;
import io.daybook.domain.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReturnWindowTest {

    private static final ReturnWindow WINDOW =
            new ReturnWindow(Duration.ofDays(30), Duration.ofDays(365));
    private static final Instant SHIPPED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DELIVERED = Instant.parse("2026-01-10T00:00:00Z");
    private static final Instant CLOSES = DELIVERED.plus(Duration.ofDays(30));

    @Test
    void unitsMayComeBackForAWhileAfterTheyArrived() {
        OrderView order = order(shipped(1, 2), delivered(1));

        assertThat(refusal(order, ReturnKind.RETURN, CLOSES, units(TEA, 2))).isEmpty();
        assertThat(
                        refusal(
                                order,
                                ReturnKind.RETURN,
                                CLOSES.plusMillis(1),
                                units(TEA, 1),
                                units(TEA, 1)))
                .contains(new ReturnRejection.WindowClosed(TEA, 2, 0));
        assertThat(refusal(order, ReturnKind.EXCHANGE, CLOSES.plusMillis(1), units(TEA, 1)))
                .isPresent();
    }

    @Test
    void claimsHaveMoreTime() {
        OrderView order = order(shipped(1, 2), delivered(1));
        Instant end = DELIVERED.plus(Duration.ofDays(365));

        assertThat(refusal(order, ReturnKind.CLAIM, end, units(TEA, 2))).isEmpty();
        assertThat(refusal(order, ReturnKind.CLAIM, end.plusMillis(1), units(TEA, 2))).isPresent();
    }

    @Test
    void whatHasNotArrivedIsNeverTooLate() {
        OrderView order = order(shipped(1, 2), delivered(1), shipped(2, 1));
        Instant late = CLOSES.plusMillis(1);

        assertThat(refusal(order, ReturnKind.RETURN, late, units(TEA, 1))).isEmpty();
        assertThat(refusal(order, ReturnKind.RETURN, late, units(TEA, 2)))
                .contains(new ReturnRejection.WindowClosed(TEA, 2, 1));
    }

    @Test
    void whatWasNeverShippedIsForTheOrderToRefuse() {
        OrderView order = order(shipped(1, 2), delivered(1));

        assertThat(refusal(order, ReturnKind.RETURN, CLOSES.plusMillis(1), units(CUPS, 1)))
                .isEmpty();
        assertThat(refusal(order, ReturnKind.RETURN, CLOSES, units(TEA, 3))).isEmpty();
    }

    private static Optional<ReturnRejection> refusal(
            OrderView order, ReturnKind kind, Instant now, LineQuantity... lines) {
        return WINDOW.refusal(order, kind, List.of(lines), now);
    }

    private static OrderView order(OrderEvent... events) {
        OrderView order =
                OrderView.evolve(
                        null,
                        new OrderPlaced(
                                OrderFixtures.ID,
                                new CustomerId("C-1"),
                                List.of(OrderFixtures.line(TEA, "TEA-1", 3, "3.33", "0.00", "0")),
                                null,
                                OrderFixtures.eur("0.00"),
                                null,
                                null,
                                Map.of(),
                                null),
                        SHIPPED);
        for (OrderEvent event : events) {
            order =
                    OrderView.evolve(
                            order, event, event instanceof ShipmentDelivered ? DELIVERED : SHIPPED);
        }
        return order;
    }

    private static LinesShipped shipped(int n, int quantity) {
        return new LinesShipped(
                OrderFixtures.ID,
                shipment(n),
                List.of(
                        new ReservedLine(
                                TEA,
                                new Sku("TEA-1"),
                                new Location("main"),
                                ReservationId.forLine(OrderFixtures.ID, "1"),
                                quantity)),
                OrderFixtures.eur("1.00"),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static ShipmentDelivered delivered(int n) {
        return new ShipmentDelivered(OrderFixtures.ID, shipment(n));
    }

    private static ShipmentId shipment(int n) {
        return ShipmentId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000000L + n));
    }
}
