package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.SHOP;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.TEA_IN_SHOP;
import static io.daybook.domain.inventory.StockFixtures.TODAY;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.backorders;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.lot;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.serials;
import static io.daybook.domain.inventory.StockFixtures.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransferTest {

    @Test
    void unitsAreInTransitUntilTheyAreReceived() {
        var source = aStockItem().givenCommands(receive(9));

        source.when(send(4))
                .thenEvents(
                        new TransferDispatched(TEA, transfer(1), SHOP, 4, List.of(), List.of()));
        source.givenCommands(send(4)).when(send(4)).thenNothingChanges();
        source.when(send(5)).thenRefused(new TransferRejection.TransferDiffers(transfer(1)));

        var shop = aStockItem().givenCommands(announce(4));
        assertThat(item(shop).available()).isZero();
        shop.when(announce(4)).thenNothingChanges();
        shop.when(receiveTransfer(4))
                .thenEvents(
                        new TransferReceived(
                                TEA_IN_SHOP,
                                transfer(1),
                                TEA.location(),
                                4,
                                4,
                                null,
                                List.of(),
                                List.of()));
        var received = shop.givenCommands(receiveTransfer(4));
        assertThat(item(received).available()).isEqualTo(4);
        received.when(receiveTransfer(4)).thenNothingChanges();
        received.when(receiveTransfer(3))
                .thenRefused(new TransferRejection.TransferNotOpen("received"));
    }

    @Test
    void theFirstAnnouncementRegistersTheItem() {
        aStockItem()
                .when(announce(4))
                .thenEvents(
                        new StockItemRegistered(TEA_IN_SHOP),
                        new TransferAnnounced(
                                TEA_IN_SHOP, transfer(1), TEA.location(), 4, List.of(), List.of()));
    }

    @Test
    void promisedUnitsStay() {
        aStockItem()
                .givenCommands(receive(9), backorders(9), reserve(1, 6))
                .when(send(4))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 4, 3, 0));
    }

    @Test
    void nothingIsSentToWhereItIs() {
        aStockItem()
                .givenCommands(receive(9))
                .when(new TransferStock(TEA, transfer(1), TEA.location(), 1, NOON, List.of()))
                .thenRefused(new TransferRejection.SameLocation(TEA.location()));
    }

    @Test
    void aTransferThatArrivesCompleteEnds() {
        var source = aStockItem().givenCommands(receive(9), send(4), confirm(4));

        source.when(confirm(4)).thenNothingChanges();
        source.when(confirm(3)).thenRefused(new TransferRejection.TransferNotOpen("ended"));
        source.when(resolve(DiscrepancyResolution.WRITTEN_OFF))
                .thenRefused(new TransferRejection.TransferNotOpen("ended"));
    }

    @Test
    void missingUnitsAreWrittenOffOrWereNeverSent() {
        var source = aStockItem().givenCommands(receive(9), send(4));
        source.when(confirm(3))
                .thenEvents(new TransferConfirmed(TEA, transfer(1), 3, 1, List.of(), List.of()));

        var lost = source.givenCommands(confirm(3), resolve(DiscrepancyResolution.WRITTEN_OFF));
        assertThat(item(lost).onHand()).isEqualTo(5);
        lost.when(resolve(DiscrepancyResolution.WRITTEN_OFF)).thenNothingChanges();
        lost.when(resolve(DiscrepancyResolution.CORRECTED_AT_SOURCE))
                .thenRefused(new TransferRejection.TransferNotOpen("ended"));

        var stayed =
                aStockItem()
                        .givenCommands(
                                receive(9),
                                send(4),
                                confirm(3),
                                resolve(DiscrepancyResolution.CORRECTED_AT_SOURCE));
        assertThat(item(stayed).onHand()).isEqualTo(6);
    }

    @Test
    void whatCameTooMuchLeftTheSourceUncounted() {
        var source =
                aStockItem()
                        .givenCommands(
                                receive(9),
                                send(4),
                                confirm(6),
                                resolve(DiscrepancyResolution.CORRECTED_AT_SOURCE));

        assertThat(item(source).onHand()).isEqualTo(3);
    }

    @Test
    void aSurplusIsNotTakenFromPromisedUnits() {
        aStockItem()
                .givenCommands(receive(9), send(4), confirm(6), reserve(1, 4))
                .when(resolve(DiscrepancyResolution.CORRECTED_AT_SOURCE))
                .thenRefused(new StockRejection.PromisedStock(-1, 0));
    }

    @Test
    void eachEndHasItsOwnSteps() {
        aStockItem()
                .givenCommands(receive(9), send(4))
                .when(new ReceiveTransfer(TEA, transfer(1), 4, null, List.of()))
                .thenRefused(new TransferRejection.WrongEndOfTransfer(SHOP));
        aStockItem()
                .givenCommands(announce(4))
                .when(
                        new ResolveTransfer(
                                TEA_IN_SHOP,
                                transfer(1),
                                DiscrepancyResolution.WRITTEN_OFF,
                                "lost"))
                .thenRefused(new TransferRejection.WrongEndOfTransfer(TEA.location()));
        aStockItem()
                .givenCommands(receive(9))
                .when(confirm(1))
                .thenRefused(new TransferRejection.UnknownTransfer(transfer(1)));
    }

    @Test
    void lotsAndSerialsTravelAlong() {
        var units = List.of(new LotUnits(lot("a"), TODAY, 2));
        var source =
                aStockItem()
                        .givenCommands(
                                new ReceiveStock(
                                        TEA, 2, null, lot("a"), TODAY, serials("s1", "s2")),
                                new TransferStock(
                                        TEA, transfer(1), SHOP, 2, NOON, serials("s1", "s2")));
        var shop =
                aStockItem()
                        .givenCommands(
                                new AnnounceTransfer(
                                        TEA_IN_SHOP,
                                        transfer(1),
                                        TEA.location(),
                                        2,
                                        units,
                                        serials("s1", "s2")));

        assertThat(item(source).lots().all()).isEmpty();
        shop.when(receiveTransfer(1)).thenRefused(new LotRejection.SerialsDoNotMatch(0, 1));
        var came =
                shop.givenCommands(
                        new ReceiveTransfer(
                                TEA_IN_SHOP, transfer(1), 1, "one missing", serials("s1")));
        assertThat(item(came).lots().all()).containsExactly(new Lot(lot("a"), TODAY, 1, 0, 0, 0));

        var put =
                source.givenCommands(
                        new ConfirmTransfer(
                                TEA,
                                transfer(1),
                                1,
                                List.of(new LotUnits(lot("a"), TODAY, 1)),
                                serials("s1")),
                        resolve(DiscrepancyResolution.CORRECTED_AT_SOURCE));
        assertThat(item(put).lots().all()).containsExactly(new Lot(lot("a"), TODAY, 1, 0, 0, 0));
        assertThat(item(put).serials().places().get(new SerialNumber("s1")))
                .contains(SerialPlace.IN_TRANSIT);
        assertThat(item(put).serials().places().get(new SerialNumber("s2")))
                .contains(SerialPlace.IN_STOCK);
    }

    private static TransferStock send(int quantity) {
        return new TransferStock(TEA, transfer(1), SHOP, quantity, NOON, List.of());
    }

    private static AnnounceTransfer announce(int quantity) {
        return new AnnounceTransfer(
                TEA_IN_SHOP, transfer(1), TEA.location(), quantity, List.of(), List.of());
    }

    private static ReceiveTransfer receiveTransfer(int received) {
        return new ReceiveTransfer(TEA_IN_SHOP, transfer(1), received, null, List.of());
    }

    private static ConfirmTransfer confirm(int received) {
        return new ConfirmTransfer(TEA, transfer(1), received, List.of(), List.of());
    }

    private static ResolveTransfer resolve(DiscrepancyResolution resolution) {
        return new ResolveTransfer(TEA, transfer(1), resolution, "looked for it");
    }
}
