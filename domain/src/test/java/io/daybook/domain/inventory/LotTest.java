package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.TODAY;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.backorders;
import static io.daybook.domain.inventory.StockFixtures.commit;
import static io.daybook.domain.inventory.StockFixtures.expire;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.lot;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.release;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.reserveFor;
import static io.daybook.domain.inventory.StockFixtures.reserveToday;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LotTest {

    @Test
    void whatExpiresFirstIsPromisedFirst() {
        aStockItem()
                .givenCommands(
                        receive("keeps", null, 9),
                        receive("late", TODAY.plusDays(90), 5),
                        receive("soon", TODAY.plusDays(1), 2))
                .when(reserveToday(1, 4))
                .thenEvents(
                        reserved(
                                1,
                                4,
                                new LotUnits(lot("soon"), TODAY.plusDays(1), 2),
                                new LotUnits(lot("late"), TODAY.plusDays(90), 2)));
    }

    @Test
    void aLotMayBePromisedUpToItsLastDay() {
        var item = aStockItem().givenCommands(receive("a", TODAY, 2));

        item.when(reserveToday(1, 1)).thenEvents(reserved(1, 1, new LotUnits(lot("a"), TODAY, 1)));
    }

    @Test
    void anExpiredLotIsNotPromised() {
        aStockItem()
                .givenCommands(receive("old", TODAY.minusDays(1), 5), receive(1))
                .when(reserveToday(1, 2))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 2, 1, 0));
    }

    @Test
    void whoDoesNotSayWhenGetsNothingThatExpires() {
        aStockItem()
                .givenCommands(receive("a", TODAY.plusDays(90), 5))
                .when(reserve(1, 1))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 1, 0, 0));
    }

    @Test
    void unitsWithoutALotArePromisedLast() {
        aStockItem()
                .givenCommands(receive(5), receive("a", TODAY.plusDays(9), 2))
                .when(reserveToday(1, 3))
                .thenEvents(reserved(1, 3, new LotUnits(lot("a"), TODAY.plusDays(9), 2)));
    }

    @Test
    void aShipmentTakesTheUnitsOfThePromisedLots() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(1),
                                receive("a", TODAY, 2),
                                reserveToday(1, 3),
                                commit(1, 2, "x"));

        assertThat(item(item).lots().all()).isEmpty();
        assertThat(item(item).level()).isEqualTo(new StockLevel(1, 1, 0, 0));
        item.when(commit(1, 1, "y"))
                .thenEvents(new ReservationCommitted(TEA, reservation(1), 1, 0, "y"));
    }

    @Test
    void aPromiseOfUnitsWithoutALotIsKeptFromALotWhenTheyAreGone() {
        var soon = new LotUnits(lot("soon"), TODAY.plusDays(1), 1);
        aStockItem()
                .givenCommands(
                        receive(2),
                        reserveToday(1, 2),
                        receive("late", TODAY.plusDays(9), 2),
                        receive("soon", TODAY.plusDays(1), 2),
                        new AdjustStock(TEA, -1, "lost"))
                .when(new CommitReservation(TEA, reservation(1), 2, "shp", NOON, List.of()))
                .thenEvents(
                        new ReservationCommitted(
                                TEA,
                                reservation(1),
                                2,
                                0,
                                "shp",
                                List.of(),
                                List.of(soon),
                                List.of()));
    }

    @Test
    void aReleasedReservationFreesItsLots() {
        var item =
                aStockItem().givenCommands(receive("a", TODAY, 2), reserveToday(1, 2), release(1));

        assertThat(item(item).lots().all()).containsExactly(new Lot(lot("a"), TODAY, 2, 0, 0, 0));
        item.when(reserveToday(2, 2))
                .thenEvents(reserved(2, 2, new LotUnits(lot("a"), TODAY, 2)), new StockRanOut(TEA));
    }

    @Test
    void aLateCommitTakesNoExpiredLot() {
        var day = NOON.plusSeconds(86_400);
        aStockItem()
                .givenCommands(receive("a", TODAY, 2), reserveFor(1, 2, 10), expire(1, 10))
                .when(new CommitReservation(TEA, reservation(1), 2, "shp", day, List.of()))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 2, 0, 0));
    }

    @Test
    void theSameLotHasOneDayOfExpiry() {
        aStockItem()
                .givenCommands(receive("a", TODAY, 2))
                .when(receive("a", TODAY.plusDays(1), 2))
                .thenRefused(new LotRejection.LotDiffers(lot("a"), TODAY));
    }

    @Test
    void aCorrectionNamesTheLotWhenThereAreNotEnoughUnitsWithoutOne() {
        var item = aStockItem().givenCommands(receive(1), receive("a", null, 3), reserve(1, 2));

        item.when(new AdjustStock(TEA, -2, "lost")).thenRefused(new LotRejection.LotRequired(2, 1));
        item.when(new AdjustStock(TEA, -2, "lost", lot("a")))
                .thenRefused(new LotRejection.ExceedsLot(lot("a"), 2, 1));
        item.when(new AdjustStock(TEA, -1, "lost", lot("a")))
                .thenEvents(new StockAdjusted(TEA, -1, "lost", lot("a")));
        item.when(new AdjustStock(TEA, 1, "found", lot("b")))
                .thenRefused(new LotRejection.UnknownLot(lot("b")));
    }

    @Test
    void oneLotIsCounted() {
        var item = aStockItem().givenCommands(receive(4), receive("a", null, 3));

        item.when(new CountStock(TEA, 2, 3, "cycle", lot("a")))
                .thenEvents(new StockCounted(TEA, 2, -1, "cycle", lot("a")));
        item.when(new CountStock(TEA, 2, 4, "cycle", lot("a")))
                .thenRefused(new StockRejection.CountOutdated(4, 3));
    }

    @Test
    void unitsOfALotGoToABucketAndBackAndOffTheBooks() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive("a", TODAY, 5),
                                new MoveToBucket(TEA, Bucket.DAMAGED, 3, "wet", lot("a")),
                                new RestoreFromBucket(TEA, Bucket.DAMAGED, 1, "dry", lot("a")),
                                new WriteOffStock(
                                        TEA, 1, "mould", Bucket.DAMAGED, lot("a"), List.of()));

        assertThat(item(item).lots().all()).containsExactly(new Lot(lot("a"), TODAY, 4, 0, 1, 0));
        item.when(new RestoreFromBucket(TEA, Bucket.DAMAGED, 1, "dry", null))
                .thenRefused(new LotRejection.LotRequired(1, 0));
        item.when(new RestoreFromBucket(TEA, Bucket.DAMAGED, 2, "dry", lot("a")))
                .thenRefused(new StockRejection.ExceedsBucket(Bucket.DAMAGED, 2, 1));
    }

    @Test
    void aBackorderIsNotPromisedFromAnExpiredLot() {
        var item = aStockItem().givenCommands(receive("old", TODAY.minusDays(1), 5), backorders(2));

        item.when(reserveToday(1, 2))
                .thenEvents(
                        new StockReserved(TEA, reservation(1), 2, null, null, List.of(), 2, null));
        item.when(reserveToday(1, 3))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 3, 0, 2));
    }

    @Test
    void onlyUnitsThatAreThereAreOfALotAndTheMissingOnesAreGivenUpFirst() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive("a", TODAY, 5), new SetReorderPolicy(TEA, null, 2, 5));

        item.when(reserveToday(1, 5))
                .thenEvents(
                        new StockReserved(
                                TEA,
                                reservation(1),
                                5,
                                null,
                                null,
                                List.of(new LotUnits(lot("a"), TODAY, 3)),
                                2,
                                null),
                        new StockRanOut(TEA));
        item.givenCommands(reserveToday(1, 5))
                .when(new ReduceReservation(TEA, reservation(1), 1, "edit"))
                .thenEvents(
                        new ReservationReduced(TEA, reservation(1), 1, 4, "edit", List.of(), 1));
    }

    private static StockReserved reserved(int n, int quantity, LotUnits... lots) {
        return new StockReserved(
                TEA, reservation(n), quantity, null, null, List.of(lots), null, null);
    }
}
