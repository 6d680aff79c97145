package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.backorders;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far each number of a stock item may go. */
class StockLimitsTest {

    @Test
    void unitsMayBeTakenAwayUpToTheBackorderLimit() {
        var item = aStockItem().givenCommands(receive(5), backorders(2), reserve(1, 5));

        item.when(new AdjustStock(TEA, -2, "lost")).thenEvents(new StockAdjusted(TEA, -2, "lost"));
        item.when(new AdjustStock(TEA, -3, "lost"))
                .thenRefused(new StockRejection.PromisedStock(-3, 2));
    }

    @Test
    void aCorrectionKeepsWhatIsOnHandWithinItsRange() {
        var item = aStockItem().givenCommands(receive(10));

        assertThat(item.when(new AdjustStock(TEA, 999_999_990, "found")).events())
                .contains(new StockAdjusted(TEA, 999_999_990, "found"));
        item.when(new AdjustStock(TEA, 999_999_991, "found"))
                .thenRefused(new StockRejection.QuantityTooLarge(1_000_000_001));
        item.when(new CountStock(TEA, 1_000_000_001, null, "counted"))
                .thenRefused(new StockRejection.QuantityTooLarge(1_000_000_001));
    }

    @Test
    void aTighterLimitMayNotBreakAPromise() {
        var item = aStockItem().givenCommands(receive(10), backorders(5), reserve(1, 14));

        item.when(backorders(3)).thenRefused(new StockRejection.PromisedStock(-4, 3));
        item.when(backorders(4)).thenEvents(new ReorderPolicySet(TEA, 0, 0, 4));
        item.when(new SetReorderPolicy(TEA, null, 2, null))
                .thenRefused(new StockRejection.PromisedStock(-6, 5));
        item.when(new SetReorderPolicy(TEA, null, 1, null))
                .thenEvents(new ReorderPolicySet(TEA, 0, 1, 5));
    }

    @Test
    void aLimitThatIsNotTighterMayBeSetWhateverIsPromised() {
        var item =
                aStockItem()
                        .given(
                                new StockItemRegistered(TEA),
                                new ReorderPolicySet(TEA, 0, 1, 2),
                                new StockReserved(TEA, reservation(1), 4, null));

        item.when(new SetReorderPolicy(TEA, null, null, 3))
                .thenEvents(new ReorderPolicySet(TEA, 0, 1, 3));
        item.when(new SetReorderPolicy(TEA, null, 0, null))
                .thenEvents(new ReorderPolicySet(TEA, 0, 0, 2));
        item.when(new SetReorderPolicy(TEA, null, null, null, 9))
                .thenEvents(new ReorderPolicySet(TEA, 0, 1, 2, 9));
    }

    @Test
    void whatIsReservedIsAsMuchAsWasPromised() {
        assertThat(item(aStockItem().givenCommands(receive(5), reserve(1, 3))).reserved())
                .isEqualTo(3);
    }

    @Test
    void anItemThatIsNotKeptOnlyTakesGoodsIn() {
        assertThat(aStockItem().state().allowed()).containsExactly("ReceiveStock");
        assertThat(aStockItem().givenCommands(receive(1)).state().allowed())
                .contains("ReceiveStock", "ReserveStock", "ResolveTransfer")
                .doesNotHaveDuplicates();
    }

    @Test
    void theOldestBackorderIsFilledAndTheNextOneOnlyByWhatIsLeft() {
        var item = aStockItem().givenCommands(backordersOfAnItem()).givenCommands(reserve(1, 2));
        item.givenCommands(reserve(2, 2));

        assertThat(item.when(receive(2)).events())
                .contains(new BackordersFilled(TEA, List.of(new BackorderFill(reservation(1), 2))));
        assertThat(item.when(receive(3)).events())
                .contains(
                        new BackordersFilled(
                                TEA,
                                List.of(
                                        new BackorderFill(reservation(1), 2),
                                        new BackorderFill(reservation(2), 1))));
    }

    @Test
    void aCallerIsToldWhatIsPromisedAndForWhen() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(2),
                                new SetReorderPolicy(TEA, null, null, 5, 3),
                                new ReserveStock(
                                        TEA, reservation(1), 4, null, NOON.plusSeconds(60), NOON));
        var inThreeDays = LocalDate.parse("2026-03-04");
        assertThat(StockReceipt.of(item(item), reservation(1)))
                .isEqualTo(
                        new StockReceipt(
                                TEA.sku(),
                                TEA.location(),
                                2,
                                4,
                                -2,
                                new StockReceipt.Promise(
                                        reservation(1), 4, NOON.plusSeconds(60), 2, inThreeDays)));

        assertThat(StockReceipt.of(item(item.givenCommands(receive(1))), reservation(1)))
                .extracting(StockReceipt::reservation)
                .isEqualTo(
                        new StockReceipt.Promise(
                                reservation(1), 4, NOON.plusSeconds(60), 1, inThreeDays));
        assertThat(StockReceipt.of(item(item.givenCommands(receive(1))), reservation(1)))
                .extracting(StockReceipt::reservation)
                .isEqualTo(
                        new StockReceipt.Promise(reservation(1), 4, NOON.plusSeconds(60), 0, null));
        assertThat(StockReceipt.of(item(item), null).reservation()).isNull();
        assertThat(StockReceipt.of(item(item), reservation(2)).reservation()).isNull();
    }

    @Test
    void nothingMoreIsGivenBackFromAReservationThatEnded() {
        aStockItem()
                .givenCommands(
                        receive(2),
                        reserve(1, 2),
                        new ReleaseReservation(TEA, reservation(1), null))
                .when(new ReduceReservation(TEA, reservation(1), 1, "edit"))
                .thenRefused(new StockRejection.ReservationEnded(reservation(1), "released"));
    }

    @Test
    void bucketsAreFoundByTheirNames() {
        assertThat(Bucket.of("damaged")).isEqualTo(Bucket.DAMAGED);
        assertThat(Bucket.of("quarantine")).isEqualTo(Bucket.QUARANTINE);
    }

    private static StockCommand[] backordersOfAnItem() {
        return new StockCommand[] {receive(1), new AdjustStock(TEA, -1, "lost"), backorders(9)};
    }
}
