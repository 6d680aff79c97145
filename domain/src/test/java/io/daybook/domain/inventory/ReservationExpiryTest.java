package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.commit;
import static io.daybook.domain.inventory.StockFixtures.expire;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.release;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.reserveFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReservationExpiryTest {

    @Test
    void aReservationKnowsWhenItEnds() {
        aStockItem()
                .givenCommands(receive(5))
                .when(reserveFor(1, 2, 10))
                .thenEvents(
                        new StockReserved(
                                TEA,
                                reservation(1),
                                2,
                                null,
                                NOON.plusSeconds(600),
                                List.of(),
                                null,
                                null));
    }

    @Test
    void itExpiresWhenItIsDueAndOnlyOnce() {
        var item = aStockItem().givenCommands(receive(5), reserveFor(1, 2, 10));

        item.when(expire(1, 9)).thenRefused(new StockRejection.NotDue(NOON.plusSeconds(600)));
        item.when(expire(1, 10))
                .thenEvents(new ReservationExpired(TEA, reservation(1), 2, List.of(), null));

        var over = item.givenCommands(expire(1, 10));
        assertThat(item(over).available()).isEqualTo(5);
        over.when(expire(1, 11)).thenNothingChanges();
    }

    @Test
    void aReservationWithoutAnEndNeverExpires() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 2))
                .when(expire(1, 1000))
                .thenRefused(new StockRejection.NotDue(null));
    }

    @Test
    void whatEndedOtherwiseDoesNotExpire() {
        aStockItem()
                .givenCommands(receive(5), reserveFor(1, 2, 10), commit(1, 2, "shp"))
                .when(expire(1, 10))
                .thenNothingChanges();
        aStockItem()
                .givenCommands(receive(5), reserveFor(1, 2, 10), release(1))
                .when(expire(1, 10))
                .thenNothingChanges();
        aStockItem()
                .givenCommands(receive(5))
                .when(expire(1, 10))
                .thenRefused(new StockRejection.UnknownReservation(reservation(1)));
    }

    @Test
    void onlyWhatWasNotShippedExpires() {
        aStockItem()
                .givenCommands(receive(5), reserveFor(1, 3, 10), commit(1, 2, "shp"))
                .when(expire(1, 10))
                .thenEvents(new ReservationExpired(TEA, reservation(1), 1, List.of(), null));
    }

    @Test
    void anExtendedReservationIsNotDueAtItsOldEnd() {
        var item = aStockItem().givenCommands(receive(5), reserveFor(1, 2, 10), extend(1, 20));

        item.when(expire(1, 10)).thenRefused(new StockRejection.NotDue(NOON.plusSeconds(1200)));
        item.when(extend(1, 20)).thenNothingChanges();
        item.when(extend(1, 15))
                .thenRefused(
                        new StockRejection.NotAnExtension(
                                NOON.plusSeconds(1200), NOON.plusSeconds(900)));
        item.when(extend(2, 20)).thenRefused(new StockRejection.UnknownReservation(reservation(2)));
    }

    @Test
    void aReservationThatNeverEndsCannotBeExtended() {
        aStockItem()
                .givenCommands(receive(5), reserve(1, 2))
                .when(extend(1, 20))
                .thenRefused(new StockRejection.NotAnExtension(null, NOON.plusSeconds(1200)));
    }

    @Test
    void anExpiredReservationIsNotRevived() {
        var item = aStockItem().givenCommands(receive(5), reserveFor(1, 2, 10), expire(1, 10));
        var ended = new StockRejection.ReservationEnded(reservation(1), "expired");

        item.when(extend(1, 20)).thenRefused(ended);
        item.when(reserveFor(1, 2, 10)).thenRefused(ended);
        item.when(release(1)).thenNothingChanges();
    }

    @Test
    void aLateCommitTakesUnitsThatNobodyWasPromisedMeanwhile() {
        var item = aStockItem().givenCommands(receive(5), reserveFor(1, 2, 10), expire(1, 10));

        item.when(commit(1, 2, "shp"))
                .thenEvents(
                        new ReservationCommittedLate(
                                TEA, reservation(1), 2, "shp", List.of(), List.of()));

        var late = item.givenCommands(commit(1, 2, "shp"));
        assertThat(item(late).level()).isEqualTo(new StockLevel(3, 0, 0, 0));
        late.when(commit(1, 2, "shp")).thenNothingChanges();
        late.when(commit(1, 1, "again"))
                .thenRefused(new StockRejection.ReservationEnded(reservation(1), "expired"));
    }

    @Test
    void aLateCommitNeverTakesWhatAnotherWasPromised() {
        aStockItem()
                .givenCommands(receive(3), reserveFor(1, 2, 10), expire(1, 10), reserve(2, 2))
                .when(commit(1, 2, "shp"))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 2, 1, 0));
    }

    @Test
    void aLateCommitIsForWhatExpiredAndNoMore() {
        aStockItem()
                .givenCommands(
                        receive(9), reserveFor(1, 3, 10), commit(1, 1, "first"), expire(1, 10))
                .when(commit(1, 3, "second"))
                .thenRefused(new StockRejection.ExceedsReservation(3, 2));
    }

    private static ExtendReservation extend(int n, int minutes) {
        return new ExtendReservation(TEA, reservation(n), NOON.plusSeconds(60L * minutes));
    }
}
