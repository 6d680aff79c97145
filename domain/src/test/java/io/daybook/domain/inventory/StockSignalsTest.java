package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.backorders;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.release;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StockSignalsTest {

    @Test
    void reachingTheReorderPointIsToldOncePerCrossing() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(10),
                                new SetReorderPolicy(TEA, 5, null, null),
                                reserve(1, 5));

        item.when(reserve(2, 2))
                .thenEvents(
                        new StockReserved(TEA, reservation(2), 2, null),
                        new ReorderPointReached(TEA, 3, 5));

        var below = item.givenCommands(reserve(2, 2));
        below.when(reserve(3, 1)).thenEvents(new StockReserved(TEA, reservation(3), 1, null));

        var again = below.givenCommands(receive(2));
        again.when(reserve(4, 1))
                .thenEvents(
                        new StockReserved(TEA, reservation(4), 1, null),
                        new ReorderPointReached(TEA, 4, 5));
    }

    @Test
    void aHigherReorderPointIsReachedAtOnce() {
        aStockItem()
                .givenCommands(receive(10))
                .when(new SetReorderPolicy(TEA, 11, null, null))
                .thenEvents(
                        new ReorderPolicySet(TEA, 11, 0, 0), new ReorderPointReached(TEA, 10, 11));
    }

    @Test
    void withoutAReorderPointNobodyIsTold() {
        aStockItem()
                .givenCommands(receive(2), backorders(5))
                .when(reserve(1, 3))
                .thenEvents(
                        new StockReserved(TEA, reservation(1), 3, null, null, List.of(), 1, null),
                        new StockRanOut(TEA));
    }

    @Test
    void runningOutAndComingBackAreTold() {
        var item = aStockItem().givenCommands(receive(2));

        item.when(reserve(1, 2))
                .thenEvents(new StockReserved(TEA, reservation(1), 2, null), new StockRanOut(TEA));
        item.givenCommands(reserve(1, 2))
                .when(release(1))
                .thenEvents(
                        new ReservationReleased(TEA, reservation(1), 2, null),
                        new StockReplenished(TEA, 2));
    }

    @Test
    void anOrdinaryReservationIsOneEvent() {
        var events =
                aStockItem()
                        .givenCommands(receive(10), new SetReorderPolicy(TEA, 3, 1, 2))
                        .when(reserve(1, 2))
                        .events();

        assertThat(events).hasSize(1);
    }
}
