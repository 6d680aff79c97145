package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.serials;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SerialTest {

    @Test
    void aSerialIsInStockOnce() {
        aStockItem()
                .givenCommands(receiveSerials("s1", "s2"))
                .when(receiveSerials("s2"))
                .thenRefused(new LotRejection.SerialInStock(new SerialNumber("s2")));
    }

    @Test
    void eitherAllUnitsAreNamedOrNone() {
        aStockItem()
                .when(new ReceiveStock(TEA, 2, null, null, null, serials("s1")))
                .thenRefused(new LotRejection.SerialsDoNotMatch(1, 2));
        aStockItem()
                .when(new ReceiveStock(TEA, 2, null, null, null, serials("s1", "s1")))
                .thenRefused(new LotRejection.SerialsDoNotMatch(1, 2));
    }

    @Test
    void aSerialIsShippedOnceAndMayComeBack() {
        var item =
                aStockItem()
                        .givenCommands(
                                receiveSerials("s1", "s2"), reserve(1, 2), ship(1, "x", "s1"));
        var s1 = new SerialNumber("s1");

        item.when(ship(1, "y", "s1"))
                .thenRefused(new LotRejection.SerialNotInStock(s1, SerialPlace.SHIPPED));
        item.when(receiveSerials("s2"))
                .thenRefused(new LotRejection.SerialInStock(new SerialNumber("s2")));

        var back = item.givenCommands(restock("s1"));
        assertThat(item(back).serials().places().get(s1)).contains(SerialPlace.IN_STOCK);
        back.when(new RestockReturned(TEA, "other", 1, null, null, null, serials("s1")))
                .thenRefused(new LotRejection.SerialInStock(s1));
    }

    @Test
    void aSerialThatWasNeverHereIsNotShipped() {
        aStockItem()
                .givenCommands(receiveSerials("s1"), reserve(1, 1))
                .when(ship(1, "x", "s9"))
                .thenRefused(new LotRejection.SerialNotInStock(new SerialNumber("s9"), null));
    }

    @Test
    void aSerialThatIsWrittenOffIsGone() {
        var item =
                aStockItem()
                        .givenCommands(
                                receiveSerials("s1", "s2"),
                                new WriteOffStock(TEA, 1, "broken", null, null, serials("s1")),
                                reserve(1, 1));

        item.when(ship(1, "x", "s1"))
                .thenRefused(
                        new LotRejection.SerialNotInStock(
                                new SerialNumber("s1"), SerialPlace.WRITTEN_OFF));
    }

    @Test
    void onlyASerialThatIsHereIsWrittenOff() {
        aStockItem()
                .givenCommands(receiveSerials("s1"))
                .when(new WriteOffStock(TEA, 1, "broken", null, null, serials("s2")))
                .thenRefused(new LotRejection.SerialNotInStock(new SerialNumber("s2"), null));
    }

    private static ReceiveStock receiveSerials(String... numbers) {
        return new ReceiveStock(TEA, numbers.length, null, null, null, serials(numbers));
    }

    private static RestockReturned restock(String number) {
        return new RestockReturned(TEA, "ret-1", 1, null, null, null, serials(number));
    }

    private static CommitReservation ship(int n, String shipment, String number) {
        return new CommitReservation(TEA, reservation(n), 1, shipment, NOON, serials(number));
    }
}
