package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.SHOP;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.TEA_IN_SHOP;
import static io.daybook.domain.inventory.StockFixtures.TODAY;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.backorders;
import static io.daybook.domain.inventory.StockFixtures.commit;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.lot;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.reserveToday;
import static io.daybook.domain.inventory.StockFixtures.serials;
import static io.daybook.domain.inventory.StockFixtures.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** From which lots units leave, and into which they come. */
class LotShipmentTest {

    @Test
    void moreOfALotMayComeInWithTheSameDayOfExpiry() {
        var item = aStockItem().givenCommands(receive("a", TODAY, 2), receive("a", TODAY, 3));

        assertThat(item(item).lots().all()).containsExactly(new Lot(lot("a"), TODAY, 5, 0, 0, 0));
    }

    @Test
    void anExpiredLotKeepsAPromiseOnlyAfterTheGoodOnes() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(3),
                                reserveToday(1, 3),
                                receive("old", TODAY.minusDays(1), 4),
                                receive("good", TODAY.plusDays(1), 1),
                                new AdjustStock(TEA, -3, "lost"));
        var shipment = new CommitReservation(TEA, reservation(1), 3, "shp", NOON, List.of());

        item.when(shipment)
                .thenEvents(
                        new ReservationCommitted(
                                TEA,
                                reservation(1),
                                3,
                                0,
                                "shp",
                                List.of(),
                                List.of(
                                        new LotUnits(lot("good"), TODAY.plusDays(1), 1),
                                        new LotUnits(lot("old"), TODAY.minusDays(1), 2)),
                                List.of()));
        assertThat(item(item.givenCommands(shipment)).lots().all())
                .containsExactly(new Lot(lot("old"), TODAY.minusDays(1), 2, 0, 0, 0));
    }

    @Test
    void aLotThatIsPromisedToAnotherKeepsNoPromise() {
        aStockItem()
                .givenCommands(
                        receive(2),
                        reserveToday(1, 2),
                        receive("a", TODAY, 2),
                        reserveToday(2, 2),
                        backorders(2),
                        new AdjustStock(TEA, -2, "lost"))
                .when(commit(1, 2, "shp"))
                .thenRefused(new StockRejection.NegativeStock(-2));
    }

    @Test
    void aLateShipmentLeavesFromTheLots() {
        var until = NOON.plusSeconds(60);
        var item =
                aStockItem()
                        .givenCommands(
                                receive("a", TODAY, 3),
                                new ReserveStock(TEA, reservation(1), 3, null, until, NOON),
                                new ExpireReservation(TEA, reservation(1), until));
        var shipment = new CommitReservation(TEA, reservation(1), 3, "shp", NOON, List.of());

        item.when(shipment)
                .thenEvents(
                        new ReservationCommittedLate(
                                TEA,
                                reservation(1),
                                3,
                                "shp",
                                List.of(new LotUnits(lot("a"), TODAY, 3)),
                                List.of()),
                        new StockRanOut(TEA));
        assertThat(item(item.givenCommands(shipment)).lots().all()).isEmpty();
    }

    @Test
    void whatIsThereMayLeaveToTheLastUnit() {
        aStockItem()
                .givenCommands(receive(4), reserve(1, 4))
                .when(commit(1, 4, "shp"))
                .thenEvents(new ReservationCommitted(TEA, reservation(1), 4, 0, "shp"));
    }

    @Test
    void unitsOfTheLotThatExpiresLastAreGivenBackFirst() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive("a", TODAY, 2),
                                receive("b", TODAY.plusDays(1), 3),
                                reserveToday(1, 4));
        var reduce = new ReduceReservation(TEA, reservation(1), 1, "edit");

        item.when(reduce)
                .thenEvents(
                        new ReservationReduced(
                                TEA,
                                reservation(1),
                                1,
                                3,
                                "edit",
                                List.of(new LotUnits(lot("b"), TODAY.plusDays(1), 1)),
                                null));
        assertThat(item(item.givenCommands(reduce)).lots().all())
                .containsExactly(
                        new Lot(lot("a"), TODAY, 2, 2, 0, 0),
                        new Lot(lot("b"), TODAY.plusDays(1), 3, 1, 0, 0));
    }

    @Test
    void aLotIsNotReceivedFromATransferWithAnotherDayOfExpiry() {
        var shop =
                aStockItem()
                        .givenCommands(
                                new ReceiveStock(TEA_IN_SHOP, 1, null, lot("a"), TODAY, List.of()),
                                announce(new LotUnits(lot("a"), TODAY.plusDays(1), 2)));

        shop.when(arrive(2)).thenRefused(new LotRejection.LotDiffers(lot("a"), TODAY));
    }

    @Test
    void aLotIsReceivedFromATransferWithItsOwnDayOfExpiry() {
        var shop =
                aStockItem()
                        .givenCommands(
                                new ReceiveStock(TEA_IN_SHOP, 1, null, lot("a"), TODAY, List.of()),
                                announce(new LotUnits(lot("a"), TODAY, 2)),
                                arrive(2));

        assertThat(item(shop).lots().all()).containsExactly(new Lot(lot("a"), TODAY, 3, 0, 0, 0));
    }

    @Test
    void serialsThatAreHereAlreadyDoNotArrive() {
        aStockItem()
                .givenCommands(
                        new ReceiveStock(TEA_IN_SHOP, 1, null, null, null, serials("s1")),
                        new AnnounceTransfer(
                                TEA_IN_SHOP,
                                transfer(1),
                                TEA.location(),
                                1,
                                List.of(),
                                serials("s1")))
                .when(arrive(1))
                .thenRefused(new LotRejection.SerialInStock(serials("s1").getFirst()));
    }

    @Test
    void nothingMayHaveArrivedOfATransferOfSerials() {
        aStockItem()
                .givenCommands(
                        new AnnounceTransfer(
                                TEA_IN_SHOP,
                                transfer(1),
                                TEA.location(),
                                2,
                                List.of(),
                                serials("s1", "s2")))
                .when(arrive(0))
                .thenEvents(
                        new TransferReceived(
                                TEA_IN_SHOP,
                                transfer(1),
                                TEA.location(),
                                2,
                                0,
                                null,
                                List.of(),
                                List.of()));
    }

    @Test
    void aSurplusOfALotLeavesTheLotAtTheSource() {
        var units = List.of(new LotUnits(lot("a"), TODAY, 1));
        var source =
                aStockItem()
                        .given(
                                new StockItemRegistered(TEA),
                                new StockReceived(TEA, 5, null, lot("a"), TODAY, List.of()),
                                new TransferDispatched(
                                        TEA, transfer(1), SHOP, 2, List.of(), List.of()),
                                new TransferDiscrepancyResolved(
                                        TEA,
                                        transfer(1),
                                        -1,
                                        DiscrepancyResolution.CORRECTED_AT_SOURCE,
                                        "one more",
                                        units,
                                        List.of()));

        assertThat(item(source).lots().all()).containsExactly(new Lot(lot("a"), TODAY, 4, 0, 0, 0));
    }

    @Test
    void aTransferThatNobodyKnowsIsNeitherReceivedNorResolved() {
        var unknown = new TransferRejection.UnknownTransfer(transfer(1));
        var item = aStockItem().givenCommands(receive(1));

        item.when(new ReceiveTransfer(TEA, transfer(1), 1, null, List.of())).thenRefused(unknown);
        item.when(new ResolveTransfer(TEA, transfer(1), DiscrepancyResolution.WRITTEN_OFF, "lost"))
                .thenRefused(unknown);
    }

    private static AnnounceTransfer announce(LotUnits units) {
        return new AnnounceTransfer(
                TEA_IN_SHOP,
                transfer(1),
                TEA.location(),
                units.quantity(),
                List.of(units),
                List.of());
    }

    private static ReceiveTransfer arrive(int received) {
        return new ReceiveTransfer(TEA_IN_SHOP, transfer(1), received, null, List.of());
    }
}
