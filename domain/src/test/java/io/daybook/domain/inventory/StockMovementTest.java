package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockMovementTest {

    @Test
    void anEntrySaysWhatMovedWhyAndWhatThereWasThen() {
        var ledger = new StockLedger(4, new StockLevel(10, 2, 1, 0), 3);
        var event = new ReservationCommitted(TEA, reservation(1), 2, 0, "shp-1");

        assertThat(ledger.after(event).entry(event, 77, NOON))
                .contains(
                        new StockMovement(
                                77,
                                5,
                                NOON,
                                MovementType.SHIPPED,
                                -2,
                                new StockLevel(-2, -2, 0, 0),
                                reservation(1).value(),
                                "shp-1",
                                List.of(),
                                List.of(),
                                new StockBalance(8, 0, 4, Map.of("safety", 3L, "damaged", 1L))));
    }

    @Test
    void whatMovesNothingHasNoEntry() {
        var event = new ReorderPolicySet(TEA, 1, 2, 3);

        var after = StockLedger.EMPTY.after(event);

        assertThat(after.entry(event, 1, NOON)).isEmpty();
        assertThat(after).isEqualTo(new StockLedger(1, StockLevel.NOTHING, 2));
    }

    @Test
    void aPlaceInTheLedgerIsReadBack() {
        var ledger = new StockLedger(9, new StockLevel(10, 4, 2, 1), 3);

        assertThat(StockLedger.parse("9", ledger.text())).isEqualTo(ledger);
        assertThatThrownBy(() -> StockLedger.parse("9", "1:2:3:4"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StockLedger.parse("9", "1:2:3:4:x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theQuantityIsThatOfTheNumberItIsAbout() {
        assertThat(quantity(new StockReserved(TEA, reservation(1), 2, null))).isEqualTo(2);
        assertThat(quantity(new StockAdjusted(TEA, -3, "lost"))).isEqualTo(-3);
        assertThat(quantity(new StockMovedToBucket(TEA, Bucket.QUARANTINE, 4, "odd", null)))
                .isEqualTo(4);
        assertThat(quantity(new StockRestoredFromBucket(TEA, Bucket.DAMAGED, 4, "dry", null)))
                .isEqualTo(-4);
    }

    private static long quantity(StockEvent event) {
        return event.movement().orElseThrow().quantity();
    }
}
