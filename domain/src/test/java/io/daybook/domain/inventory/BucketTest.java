package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.backorders;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BucketTest {

    @Test
    void unitsInABucketAreOnHandAndNotForSale() {
        var item = aStockItem().givenCommands(receive(5), move(Bucket.DAMAGED, 2));

        assertThat(item(item).onHand()).isEqualTo(5);
        assertThat(item(item).available()).isEqualTo(3);
        item.when(reserve(1, 4)).thenRefused(new StockRejection.InsufficientStock(TEA, 4, 3, 0));
    }

    @Test
    void promisedUnitsAreNotMoved() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 4))
                .when(move(Bucket.QUARANTINE, 2))
                .thenRefused(new StockRejection.PromisedStock(-1, 0));
    }

    @Test
    void noMoreIsMovedThanIsThereWhateverMayBeBackordered() {
        aStockItem()
                .givenCommands(receive(2), backorders(9))
                .when(move(Bucket.DAMAGED, 3))
                .thenRefused(new StockRejection.NegativeStock(-1));
    }

    @Test
    void whatIsRestoredIsForSaleAgain() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(5),
                                move(Bucket.QUARANTINE, 2),
                                restore(Bucket.QUARANTINE, 1));

        assertThat(item(item).level()).isEqualTo(new StockLevel(5, 0, 0, 1));
        item.when(restore(Bucket.QUARANTINE, 2))
                .thenRefused(new StockRejection.ExceedsBucket(Bucket.QUARANTINE, 2, 1));
        item.when(restore(Bucket.DAMAGED, 1))
                .thenRefused(new StockRejection.ExceedsBucket(Bucket.DAMAGED, 1, 0));
    }

    @Test
    void unitsAreWrittenOffFromTheShelfOrFromABucket() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(5),
                                move(Bucket.DAMAGED, 2),
                                writeOff(Bucket.DAMAGED, 2),
                                writeOff(null, 1));

        assertThat(item(item).level()).isEqualTo(new StockLevel(2, 0, 0, 0));
        item.when(writeOff(Bucket.DAMAGED, 1))
                .thenRefused(new StockRejection.ExceedsBucket(Bucket.DAMAGED, 1, 0));
        item.when(writeOff(null, 3)).thenRefused(new StockRejection.NegativeStock(-1));
    }

    @Test
    void aWriteOffMayNotTakePromisedUnits() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 4))
                .when(writeOff(null, 2))
                .thenRefused(new StockRejection.PromisedStock(-1, 0));
    }

    @Test
    void aBucketOfAnItemThatIsNotKeptIsRefused() {
        aStockItem()
                .when(move(Bucket.DAMAGED, 1))
                .thenRefused(new StockRejection.UnknownStockItem(TEA));
    }

    private static MoveToBucket move(Bucket bucket, int quantity) {
        return new MoveToBucket(TEA, bucket, quantity, "fell", null);
    }

    private static RestoreFromBucket restore(Bucket bucket, int quantity) {
        return new RestoreFromBucket(TEA, bucket, quantity, "checked", null);
    }

    private static WriteOffStock writeOff(@Nullable Bucket bucket, int quantity) {
        return new WriteOffStock(TEA, quantity, "broken", bucket, null, List.of());
    }
}
