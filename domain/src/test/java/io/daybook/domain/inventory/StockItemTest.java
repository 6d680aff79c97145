package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.commit;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.release;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockItemTest {

    @Test
    void theFirstReceiptRegistersTheItem() {
        aStockItem()
                .when(receive(5))
                .thenEvents(new StockItemRegistered(TEA), new StockReceived(TEA, 5, null));
    }

    @Test
    void reservesWhatIsAvailable() {
        aStockItem()
                .givenCommands(receive(5))
                .when(reserve(1, 4))
                .thenEvents(new StockReserved(TEA, reservation(1), 4, null));
    }

    @Test
    void refusesToPromiseMoreThanIsAvailable() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 3))
                .when(reserve(2, 3))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 3, 2, 0));
    }

    @Test
    void anUnknownSkuHasNothingToPromise() {
        aStockItem()
                .when(reserve(1, 1))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 1, 0, 0));
    }

    @Test
    void promisesUpToTheBackorderLimitAndNotBeyond() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(1),
                                new SetReorderPolicy(TEA, null, null, 2),
                                reserve(1, 3));

        item.when(reserve(2, 1)).thenRefused(new StockRejection.InsufficientStock(TEA, 1, -2, 2));
        assertThat(((StockState.Registered) item.state()).available()).isEqualTo(-2);
    }

    @Test
    void safetyStockIsNotSold() {
        aStockItem()
                .givenCommands(receive(5), new SetReorderPolicy(TEA, null, 3, null))
                .when(reserve(1, 3))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 3, 2, 0));
    }

    @Test
    void repeatingAReservationChangesNothing() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 3))
                .when(reserve(1, 3))
                .thenNothingChanges();
    }

    @Test
    void theSameReservationForAnotherQuantityIsRefused() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 3))
                .when(reserve(1, 2))
                .thenRefused(new StockRejection.ReservationDiffers(3, 2));
    }

    @Test
    void aReleasedReservationGivesItsUnitsBackOnce() {
        var item = aStockItem().givenCommands(receive(5), reserve(1, 3), release(1));

        assertThat(((StockState.Registered) item.state()).available()).isEqualTo(5);
        item.when(release(1)).thenNothingChanges();
    }

    @Test
    void aReleasedReservationIsNotPromisedAgain() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 3), release(1))
                .when(reserve(1, 3))
                .thenRefused(new StockRejection.ReservationEnded(reservation(1), "released"));
    }

    @Test
    void aReleasedReservationCannotBeCommitted() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 3), release(1))
                .when(commit(1, 3, "shp"))
                .thenRefused(new StockRejection.ReservationEnded(reservation(1), "released"));
    }

    @Test
    void aCommittedReservationCannotBeReleased() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 3), commit(1, 3, "shp"))
                .when(release(1))
                .thenRefused(new StockRejection.ReservationEnded(reservation(1), "committed"));
    }

    @Test
    void partsOfAReservationAreCommittedShipmentByShipment() {
        var item = aStockItem().givenCommands(receive(5), reserve(1, 3), commit(1, 2, "first"));

        item.when(commit(1, 2, "first")).thenNothingChanges();
        item.when(commit(1, 2, "second")).thenRefused(new StockRejection.ExceedsReservation(2, 1));
        item.when(commit(1, 1, "second"))
                .thenEvents(new ReservationCommitted(TEA, reservation(1), 1, 0, "second"));
    }

    @Test
    void releasingAfterAPartialCommitGivesBackTheRest() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 3), commit(1, 2, "first"))
                .when(release(1))
                .thenEvents(new ReservationReleased(TEA, reservation(1), 1, null));
    }

    @Test
    void someUnitsOfAReservationAreGivenBack() {
        var item = aStockItem().givenCommands(receive(5), reserve(1, 3));
        var reduction = new ReduceReservation(TEA, reservation(1), 2, "cancelled");

        item.when(reduction)
                .thenEvents(new ReservationReduced(TEA, reservation(1), 2, 1, "cancelled"));
        item.givenCommands(reduction).when(reduction).thenNothingChanges();
        assertThat(((StockState.Registered) item.state()).available()).isEqualTo(4);
        item.when(new ReduceReservation(TEA, reservation(1), 2, "again"))
                .thenRefused(new StockRejection.ExceedsReservation(2, 1));
        item.givenCommands(new ReduceReservation(TEA, reservation(1), 1, "rest"))
                .when(commit(1, 1, "shp"))
                .thenRefused(new StockRejection.ReservationEnded(reservation(1), "released"));
        item.when(new ReduceReservation(TEA, reservation(2), 1, "x"))
                .thenRefused(new StockRejection.UnknownReservation(reservation(2)));
    }

    @Test
    void aCorrectionMayNotTakePromisedUnits() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 4))
                .when(new AdjustStock(TEA, -2, "broken"))
                .thenRefused(new StockRejection.PromisedStock(-1, 0));
    }

    @Test
    void aCountSetsTheQuantityOnHand() {
        aStockItem()
                .givenCommands(receive(5))
                .when(new CountStock(TEA, 7, 5, "yearly"))
                .thenEvents(new StockCounted(TEA, 7, 2, "yearly"));
    }

    @Test
    void aCountThatExpectedAnotherQuantityIsRefused() {
        aStockItem()
                .givenCommands(receive(5))
                .when(new CountStock(TEA, 7, 4, "yearly"))
                .thenRefused(new StockRejection.CountOutdated(4, 5));
    }

    @Test
    void quantitiesStayWithinTheirRange() {
        aStockItem()
                .givenCommands(receive(1_000_000_000))
                .when(receive(1))
                .thenRefused(new StockRejection.QuantityTooLarge(1_000_000_001L));
    }

    @Test
    void anUnchangedPolicyIsNoEvent() {
        aStockItem()
                .givenCommands(receive(5), new SetReorderPolicy(TEA, 3, 1, 0))
                .when(new SetReorderPolicy(TEA, null, 1, null))
                .thenNothingChanges();
    }
}
