package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.TODAY;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.backorders;
import static io.daybook.domain.inventory.StockFixtures.commit;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.lot;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.release;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.reserveToday;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackorderTest {

    @Test
    void saysHowManyUnitsAreMissingAndWhenTheyAreExpected() {
        aStockItem()
                .givenCommands(receive(1), new SetReorderPolicy(TEA, null, null, 5, 14))
                .when(reserveToday(1, 3))
                .thenEvents(
                        new StockReserved(
                                TEA,
                                reservation(1),
                                3,
                                null,
                                null,
                                List.of(),
                                2,
                                TODAY.plusDays(14)),
                        new StockRanOut(TEA));
    }

    @Test
    void missingUnitsAreNotShippedBeforeTheyAreThere() {
        var item = aStockItem().givenCommands(receive(1), backorders(5), reserve(1, 3));

        item.when(commit(1, 2, "shp")).thenRefused(new StockRejection.Backordered(3, 2, null));
        item.when(commit(1, 1, "shp"))
                .thenEvents(new ReservationCommitted(TEA, reservation(1), 1, 2, "shp"));
    }

    @Test
    void whatComesInGoesToTheOldestPromiseFirst() {
        var item = backorderable().givenCommands(reserve(1, 2), reserve(2, 2));

        item.when(receive(3))
                .thenEvents(
                        new StockReceived(TEA, 3, null),
                        new BackordersFilled(
                                TEA,
                                List.of(
                                        new BackorderFill(reservation(1), 2),
                                        new BackorderFill(reservation(2), 1))));
        var filled = item.givenCommands(receive(3));
        filled.when(commit(1, 2, "shp"))
                .thenEvents(new ReservationCommitted(TEA, reservation(1), 2, 0, "shp"));
        filled.when(commit(2, 2, "shp")).thenRefused(new StockRejection.Backordered(2, 1, null));
    }

    @Test
    void whatHasExpiredFillsNoPromise() {
        var item =
                new Scenario<>(
                                StockState.initial(),
                                StockState::evolve,
                                (StockCommand command, StockState state) ->
                                        StockDecider.decide(command, state, TODAY))
                        .givenCommands(
                                receive("OLD", TODAY.minusDays(1), 5),
                                backorders(5),
                                reserveToday(1, 2));

        item.when(reserveToday(1, 2)).thenNothingChanges();
        item.when(receive("OLD", TODAY.minusDays(1), 5))
                .thenEvents(
                        new StockReceived(TEA, 5, null, lot("OLD"), TODAY.minusDays(1), List.of()));
        item.when(receive("NEW", TODAY, 5))
                .thenEvents(
                        new StockReceived(TEA, 5, null, lot("NEW"), TODAY, List.of()),
                        new BackordersFilled(TEA, List.of(new BackorderFill(reservation(1), 2))));
    }

    @Test
    void unitsThatAreReleasedGoToWhoeverWaits() {
        aStockItem()
                .givenCommands(receive(2), backorders(5), reserve(1, 2), reserve(2, 2))
                .when(release(1))
                .thenEvents(
                        new ReservationReleased(TEA, reservation(1), 2, null),
                        new BackordersFilled(TEA, List.of(new BackorderFill(reservation(2), 2))));
    }

    @Test
    void aReleasedBackorderMakesNothingAvailable() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(1),
                                backorders(5),
                                reserve(1, 1),
                                reserve(2, 2),
                                release(2));

        assertThat(item(item).available()).isZero();
        assertThat(item(item).book().shortage()).isZero();
    }

    @Test
    void unitsThatAreNotThereAreGivenUpFirst() {
        var item = aStockItem().givenCommands(receive(2), backorders(5), reserve(1, 4));

        item.when(new ReduceReservation(TEA, reservation(1), 3, "edit"))
                .thenEvents(
                        new ReservationReduced(TEA, reservation(1), 3, 1, "edit", List.of(), 2),
                        new StockReplenished(TEA, 1));
    }

    @Test
    void safetyStockComesBeforeBackorders() {
        aStockItem()
                .givenCommands(
                        receive(1),
                        new SetReorderPolicy(TEA, null, 1, 5),
                        reserve(1, 1),
                        new SetReorderPolicy(TEA, null, 2, 5))
                .when(receive(1))
                .thenEvents(new StockReceived(TEA, 1, null));
    }

    @Test
    void i10_editing_one_backorder_leaves_the_others_backordered() {
        var item = backorderable().givenCommands(reserve(1, 2), reserve(2, 2), release(1));

        assertThat(item(item).available()).isEqualTo(-2);
        assertThat(item(item).book().find(reservation(2)).orElseThrow().backordered()).isEqualTo(2);
        item.when(commit(2, 1, "shp")).thenRefused(new StockRejection.Backordered(2, 2, null));
    }

    @Test
    void i10_shipping_a_part_keeps_the_rest_backordered() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(1), backorders(5), reserve(1, 3), commit(1, 1, "first"));

        assertThat(item(item).book().find(reservation(1)).orElseThrow().backordered()).isEqualTo(2);
        item.when(commit(1, 1, "second")).thenRefused(new StockRejection.Backordered(2, 2, null));
    }

    /** An item without a unit that promises five all the same. */
    private static Scenario<StockCommand, StockState, StockEvent, StockRejection> backorderable() {
        return aStockItem()
                .givenCommands(receive(1), new AdjustStock(TEA, -1, "gone"), backorders(5));
    }
}
