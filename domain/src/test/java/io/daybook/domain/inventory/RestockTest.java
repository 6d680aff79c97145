package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.TODAY;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.commit;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.lot;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.reserveToday;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RestockTest {

    @Test
    void whatComesBackIsForSaleAgainOnce() {
        var item = aStockItem().givenCommands(receive(5), reserve(1, 2), commit(1, 2, "shp"));
        var command = new RestockReturned(TEA, "ret-1", 2, null);

        item.when(command)
                .thenEvents(new StockRestocked(TEA, "ret-1", 2, null, null, null, List.of()));

        var back = item.givenCommands(command);
        assertThat(item(back).available()).isEqualTo(5);
        back.when(command).thenNothingChanges();
        back.when(new RestockReturned(TEA, "ret-1", 1, null))
                .thenRefused(new StockRejection.RestockDiffers("ret-1", 2));
        back.when(new RestockReturned(TEA, "ret-1", 2, Bucket.DAMAGED))
                .thenRefused(new StockRejection.RestockDiffers("ret-1", 2));
    }

    @Test
    void unitsOfALotComeBackToTheirLot() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive("a", TODAY, 5),
                                reserveToday(1, 2),
                                commit(1, 2, "shp"),
                                new RestockReturned(
                                        TEA,
                                        "ret-1",
                                        2,
                                        Bucket.QUARANTINE,
                                        lot("a"),
                                        TODAY,
                                        List.of()));

        assertThat(item(item).lots().all()).containsExactly(new Lot(lot("a"), TODAY, 5, 0, 0, 2));
        item.when(
                        new RestockReturned(
                                TEA, "ret-2", 1, null, lot("a"), TODAY.plusDays(1), List.of()))
                .thenRefused(new LotRejection.LotDiffers(lot("a"), TODAY));
    }

    @Test
    void theShelfKnowsWhenAReturnedLotExpires() {
        var restock = new RestockReturned(TEA, "ret-1", 2, null, lot("a"), null, List.of());
        var item = aStockItem().givenCommands(receive("a", TODAY, 5));

        item.when(restock)
                .thenEvents(new StockRestocked(TEA, "ret-1", 2, null, lot("a"), TODAY, List.of()));
        item.givenCommands(restock, new WriteOffStock(TEA, 7, "old", null, lot("a"), List.of()));
        item.when(restock).thenNothingChanges();
        item.when(new RestockReturned(TEA, "ret-2", 1, null, lot("a"), null, List.of()))
                .thenEvents(
                        new StockRestocked(TEA, "ret-2", 1, null, lot("a"), TODAY, List.of()),
                        new StockReplenished(TEA, 1));
    }

    @Test
    void damagedUnitsNeverBecomeAvailable() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(5),
                                reserve(1, 2),
                                commit(1, 2, "shp"),
                                new RestockReturned(TEA, "ret-1", 2, Bucket.DAMAGED));

        assertThat(item(item).level()).isEqualTo(new StockLevel(5, 0, 2, 0));
        assertThat(item(item).available()).isEqualTo(3);
    }

    @Test
    void goodsMayComeBackToALocationThatNeverHadThem() {
        aStockItem()
                .when(new RestockReturned(TEA, "ret-1", 1, null))
                .thenEvents(
                        new StockItemRegistered(TEA),
                        new StockRestocked(TEA, "ret-1", 1, null, null, null, List.of()));
    }
}
