package io.daybook.domain.inventory;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.UUID;

/** A stock item of tea, and what is done to it. */
public final class StockFixtures {

    public static final StockItemId TEA =
            new StockItemId(new TenantId("demo"), new Location("main"), new Sku("TEA-1"));

    private StockFixtures() {}

    static Scenario<StockCommand, StockState, StockEvent, StockRejection> aStockItem() {
        return new Scenario<>(StockState.initial(), StockState::evolve, StockDecider::decide);
    }

    static ReservationId reservation(int n) {
        return ReservationId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000000L + n));
    }

    static ReceiveStock receive(int quantity) {
        return new ReceiveStock(TEA, quantity, null);
    }

    static ReserveStock reserve(int n, int quantity) {
        return new ReserveStock(TEA, reservation(n), quantity, null);
    }

    static ReleaseReservation release(int n) {
        return new ReleaseReservation(TEA, reservation(n), null);
    }

    static CommitReservation commit(int n, int quantity, String shipment) {
        return new CommitReservation(TEA, reservation(n), quantity, shipment);
    }
}
