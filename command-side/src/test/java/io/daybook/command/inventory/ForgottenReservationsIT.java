package io.daybook.command.inventory;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReservationReleased;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a stock item no longer has in memory it looks up in the log, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgottenReservationsIT {

    private static final StockItemId ITEM =
            new StockItemId(new TenantId("demo"), new Location("main"), new Sku("POPULAR"));
    private static final int MANY = 300;

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @BeforeAll
    void sellsWell() {
        accepted(new ReceiveStock(ITEM, 3 * MANY, null));
        for (int n = 1; n <= MANY; n++) {
            accepted(new ReserveStock(ITEM, reservation(n), 1, null));
            accepted(
                    n % 2 == 0
                            ? new ReleaseReservation(ITEM, reservation(n), null)
                            : new CommitReservation(ITEM, reservation(n), 1, "shp-" + n));
        }
    }

    @Test
    void repeatedCommandsAreRecognisedHoweverOldTheirReservation() {
        int before = daybook.history(ITEM).size();

        accepted(new ReleaseReservation(ITEM, reservation(2), null));
        accepted(new CommitReservation(ITEM, reservation(1), 1, "shp-1"));
        assertThat(refused(new ReserveStock(ITEM, reservation(2), 1, null)))
                .isEqualTo(new StockRejection.ReservationEnded(reservation(2), "released"));
        assertThat(refused(new CommitReservation(ITEM, reservation(1), 1, "shp-other")))
                .isEqualTo(new StockRejection.ReservationEnded(reservation(1), "committed"));

        assertThat(daybook.history(ITEM)).hasSize(before);
    }

    @Test
    void anItemReadFromTheLogKnowsTheSame() {
        daybook.restart();
        int before = daybook.history(ITEM).size();

        accepted(new ReleaseReservation(ITEM, reservation(4), null));
        accepted(new ReserveStock(ITEM, reservation(3), 1, null));
        assertThat(refused(new ReserveStock(ITEM, reservation(6), 1, null)))
                .isEqualTo(new StockRejection.ReservationEnded(reservation(6), "released"));

        assertThat(daybook.history(ITEM)).hasSize(before);
    }

    @Test
    void anOldIdThatNeverWasIsPromisedUnitsOrUnknown() {
        assertThat(refused(new ReleaseReservation(ITEM, reservation(0), null)))
                .isEqualTo(new StockRejection.UnknownReservation(reservation(0)));

        accepted(new ReserveStock(ITEM, reservation(-1), 1, null));
        accepted(new ReleaseReservation(ITEM, reservation(-1), null));
    }

    /** Its events are not in the log yet when it is named again. */
    @Test
    void whatEndsInAGroupIsRecognisedInTheSameGroup() {
        daybook.restart("daybook.commands.group=64", "daybook.commands.threads=1");
        var first = reservation(MANY + 1);
        IntStream.rangeClosed(MANY + 1, MANY + 70)
                .forEach(n -> accepted(new ReserveStock(ITEM, reservation(n), 1, null)));

        var answers =
                IntStream.rangeClosed(MANY + 1, MANY + 71)
                        .mapToObj(n -> n == MANY + 64 || n == MANY + 71 ? first : reservation(n))
                        .map(id -> new ReleaseReservation(ITEM, id, null))
                        .map(command -> daybook.submit(command, Map.of()))
                        .toList();

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.orTimeout(30, SECONDS).join().getPayload())
                                .isInstanceOf(CommandResult.Accepted.class));
        assertThat(daybook.history(ITEM))
                .filteredOn(ReservationReleased.class::isInstance)
                .filteredOn(event -> ((ReservationReleased) event).reservationId().equals(first))
                .hasSize(1);
    }

    private static ReservationId reservation(int n) {
        return ReservationId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000000L + 1_000 + n));
    }

    private void accepted(Object command) {
        assertThat(daybook.send(command)).isInstanceOf(CommandResult.Accepted.class);
    }

    private Object refused(Object command) {
        return ((CommandResult.Refused) daybook.send(command)).rejection();
    }
}
