package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.TODAY;
import static io.daybook.domain.inventory.StockFixtures.lot;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.shared.Decision;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StockLedgerTest {

    private static final int STEPS = 20_000;

    private final Random random = new Random(11);
    private StockState state = StockState.initial();
    private @Nullable StockItemView view;
    private StockLevel ledger = StockLevel.NOTHING;
    private int number;
    private int promises;

    /** Whatever happens, the sum of the movements is the level, in the state and in the view. */
    @Test
    void i06_the_ledger_is_the_level() {
        for (int step = 0; step < STEPS; step++) {
            if (StockDecider.decide(command(step), state)
                    instanceof Decision.Accepted<StockEvent, StockRejection>(var events)) {
                events.forEach(this::recorded);
            }
            check();
        }
        assertThat(promises).isGreaterThan(1_000);
    }

    private void recorded(StockEvent event) {
        state = state.evolve(event);
        promises += event instanceof StockReserved ? 1 : 0;
        view = StockItemView.evolve(view, event, NOON);
        ledger = event.movement().map(each -> ledger.plus(each.change())).orElse(ledger);
    }

    private void check() {
        if (!(state instanceof Registered item) || view == null) {
            return;
        }
        assertThat(item.level()).isEqualTo(ledger);
        assertThat(
                        new StockLevel(
                                view.onHand(),
                                view.reserved(),
                                bucket("damaged"),
                                bucket("quarantine")))
                .isEqualTo(ledger);
        assertThat(view.available()).isEqualTo(item.available());
        assertThat(view.backordered()).isEqualTo(item.book().shortage());
        assertThat(view.lots()).isEqualTo(item.lots().all());
        assertThat(ledger.reserved()).isNotNegative();
        assertThat(ledger.sellable()).isNotNegative();
        assertThat(item.available()).isGreaterThanOrEqualTo(-item.backorderLimit());
        assertThat(item.lots().all())
                .allSatisfy(lot -> assertThat(lot.level().unpromised()).isNotNegative());
    }

    private long bucket(String name) {
        return view == null ? 0 : view.buckets().getOrDefault(name, 0L);
    }

    private StockCommand command(int step) {
        int quantity = 1 + random.nextInt(5);
        var some = reservation(Math.max(0, number - random.nextInt(12)));
        @Nullable LotNumber lot = random.nextInt(3) == 0 ? lot("L" + random.nextInt(4)) : null;
        var bucket = random.nextBoolean() ? Bucket.DAMAGED : Bucket.QUARANTINE;
        return switch (random.nextInt(14)) {
            case 0, 1 ->
                    new ReceiveStock(
                            TEA,
                            quantity * 2,
                            null,
                            lot,
                            lot == null ? null : TODAY.plusDays(lot.value().charAt(1) - '2'),
                            List.of());
            case 2 -> new AdjustStock(TEA, random.nextInt(-3, 4), "r", lot);
            case 3 -> new CountStock(TEA, random.nextInt(20), null, "r", lot);
            case 4 -> new ReleaseReservation(TEA, some, null);
            case 5, 6 -> new CommitReservation(TEA, some, quantity, "s" + step, NOON, List.of());
            case 7 -> new ExpireReservation(TEA, some, NOON.plusSeconds(random.nextInt(120)));
            case 8 -> new MoveToBucket(TEA, bucket, quantity, "r", lot);
            case 9 -> new RestoreFromBucket(TEA, bucket, quantity, "r", lot);
            case 10 ->
                    new WriteOffStock(
                            TEA, 1, "r", random.nextBoolean() ? bucket : null, lot, List.of());
            case 11 ->
                    random.nextInt(20) == 0
                            ? new SetReorderPolicy(
                                    TEA, random.nextInt(5), random.nextInt(3), random.nextInt(6))
                            : new RestockReturned(TEA, "k" + step, 1, bucket);
            default ->
                    new ReserveStock(
                            TEA, reservation(++number), quantity, null, NOON.plusSeconds(60), NOON);
        };
    }
}
