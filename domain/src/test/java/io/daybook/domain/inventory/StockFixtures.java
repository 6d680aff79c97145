package io.daybook.domain.inventory;

import io.daybook.domain.Scenario;
import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import io.daybook.domain.shared.TransferId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stock item of tea, and what is done to it. */
public final class StockFixtures {

    public static final StockItemId TEA =
            new StockItemId(new TenantId("demo"), new Location("main"), new Sku("TEA-1"));

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    static final Location SHOP = new Location("shop");
    static final StockItemId TEA_IN_SHOP = new StockItemId(TEA.tenant(), SHOP, TEA.sku());

    private StockFixtures() {}

    static Scenario<StockCommand, StockState, StockEvent, StockRejection> aStockItem() {
        return new Scenario<>(StockState.initial(), StockState::evolve, StockDecider::decide);
    }

    static ReservationId reservation(int n) {
        return ReservationId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000000L + n));
    }

    static TransferId transfer(int n) {
        return TransferId.of(new UUID(0x0199d0a46f3c7000L, 0x9000000000000000L + n));
    }

    static Registered item(
            Scenario<StockCommand, StockState, StockEvent, StockRejection> scenario) {
        return (Registered) scenario.state();
    }

    static LotNumber lot(String number) {
        return new LotNumber(number);
    }

    static List<SerialNumber> serials(String... numbers) {
        return Stream.of(numbers).map(SerialNumber::new).toList();
    }

    static ReceiveStock receive(String lot, @Nullable LocalDate expiresOn, int quantity) {
        return new ReceiveStock(TEA, quantity, null, lot(lot), expiresOn, List.of());
    }

    /** Holds for so many minutes from {@link #NOON}. */
    static ReserveStock reserveFor(int n, int quantity, int minutes) {
        return new ReserveStock(
                TEA, reservation(n), quantity, null, NOON.plusSeconds(60L * minutes), NOON);
    }

    static ReserveStock reserveToday(int n, int quantity) {
        return new ReserveStock(TEA, reservation(n), quantity, null, null, NOON);
    }

    static ExpireReservation expire(int n, int minutes) {
        return new ExpireReservation(TEA, reservation(n), NOON.plusSeconds(60L * minutes));
    }

    static SetReorderPolicy backorders(int limit) {
        return new SetReorderPolicy(TEA, null, null, limit);
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
