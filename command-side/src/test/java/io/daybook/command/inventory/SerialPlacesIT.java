package io.daybook.command.inventory;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.DiscrepancyResolution;
import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.ResolveTransfer;
import io.daybook.domain.inventory.RestockReturned;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.TransferStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import io.daybook.domain.shared.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SerialPlacesIT {

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void aSerialIsInOnePlaceOverAllLocations() {
        accepted(receive("ONE", "main", "s1"));

        assertThat(daybook.send(receive("ONE", "shop", "s1")))
                .isEqualTo(
                        new CommandResult.Refused(
                                new LotRejection.SerialElsewhere(
                                        new SerialNumber("s1"), new Location("main")),
                                0,
                                List.of("ReceiveStock")));
        assertThat(daybook.historyNames(item("ONE", "shop"))).isEmpty();
        accepted(receive("OTHER", "shop", "s1"));
    }

    @Test
    void ofManyWhoReceiveItAtOnceOneHasIt() {
        var answers =
                IntStream.range(0, 8)
                        .mapToObj(i -> daybook.submit(receive("RACE", "l-" + i, "s1"), Map.of()))
                        .toList();

        assertThat(
                        answers.stream()
                                .map(answer -> answer.orTimeout(30, SECONDS).join().getPayload())
                                .filter(CommandResult.Accepted.class::isInstance))
                .hasSize(1);
    }

    @Test
    void whatWasShippedMayComeBackAnywhere() {
        accepted(receive("BACK", "main", "s1", "s2"));
        var reservation = ReservationId.of(UUID.randomUUID());
        accepted(new ReserveStock(item("BACK", "main"), reservation, 1, null));
        accepted(
                new CommitReservation(
                        item("BACK", "main"), reservation, 1, "shp", Instant.now(), serials("s1")));

        accepted(
                new RestockReturned(
                        item("BACK", "shop"), "ret-1", 1, null, null, null, serials("s1")));
        assertThat(daybook.send(receive("BACK", "main", "s1")))
                .isInstanceOf(CommandResult.Refused.class);
    }

    @Test
    void whatIsOnItsWayComesInByItsTransfer() {
        var id = sent("SENT", "s1");

        var inTransit =
                new LotRejection.SerialInTransit(new SerialNumber("s1"), new Location("shop"), id);
        for (String location : List.of("main", "shop", "third")) {
            assertThat(daybook.send(receive("SENT", location, "s1")))
                    .isInstanceOfSatisfying(
                            CommandResult.Refused.class,
                            refused -> assertThat(refused.rejection()).isEqualTo(inTransit));
        }
        accepted(new ReceiveTransfer(item("SENT", "shop"), id, 1, null, List.of()));
        assertThat(daybook.send(receive("SENT", "main", "s1")))
                .isInstanceOfSatisfying(
                        CommandResult.Refused.class,
                        refused ->
                                assertThat(refused.rejection())
                                        .isEqualTo(
                                                new LotRejection.SerialElsewhere(
                                                        new SerialNumber("s1"),
                                                        new Location("shop"))));
    }

    @Test
    void whatNeverLeftCanBeSentAgain() {
        arrivedWithoutTheFirst("STAYED", DiscrepancyResolution.CORRECTED_AT_SOURCE);

        accepted(transfer("STAYED", "third", "s1"));
    }

    @Test
    void whatWasLostOnTheWayMayBeFoundAnywhere() {
        arrivedWithoutTheFirst("LOST", DiscrepancyResolution.WRITTEN_OFF);

        accepted(receive("LOST", "third", "s1"));
        assertThat(daybook.send(receive("LOST", "third", "s2")))
                .isInstanceOf(CommandResult.Refused.class);
    }

    private TransferId sent(String sku, String... numbers) {
        accepted(receive(sku, "main", numbers));
        var transfer = transfer(sku, "shop", numbers);
        accepted(transfer);
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(item(sku, "shop"))).contains("TransferAnnounced"));
        return transfer.transferId();
    }

    private static TransferStock transfer(String sku, String to, String... numbers) {
        return new TransferStock(
                item(sku, "main"),
                TransferId.of(UUID.randomUUID()),
                new Location(to),
                numbers.length,
                Instant.now(),
                serials(numbers));
    }

    /** Of s1 and s2, only s2 came. */
    private void arrivedWithoutTheFirst(String sku, DiscrepancyResolution how) {
        var id = sent(sku, "s1", "s2");
        accepted(new ReceiveTransfer(item(sku, "shop"), id, 1, "one short", serials("s2")));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(item(sku, "main"))).contains("TransferConfirmed"));
        accepted(new ResolveTransfer(item(sku, "main"), id, how, "counted again"));
    }

    private void accepted(Object command) {
        assertThat(daybook.send(command)).isInstanceOf(CommandResult.Accepted.class);
    }

    private static ReceiveStock receive(String sku, String location, String... numbers) {
        return new ReceiveStock(
                item(sku, location), numbers.length, null, null, null, serials(numbers));
    }

    private static List<SerialNumber> serials(String... numbers) {
        return Stream.of(numbers).map(SerialNumber::new).toList();
    }

    private static StockItemId item(String sku, String location) {
        return new StockItemId(new TenantId("demo"), new Location(location), new Sku(sku));
    }
}
