package io.daybook.command.inventory;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.AdjustStock;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.SetReorderPolicy;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.inventory.TransferStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import io.daybook.domain.shared.TransferId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many at once for the same units, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockConcurrencyIT {

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void i01_the_last_unit_goes_to_one_of_many_who_want_it_at_once() {
        StockItemId item = stocked("LAST", 1);

        var results = together(40, _ -> reserve(item, 1));

        assertThat(results.stream().filter(CommandResult.Accepted.class::isInstance)).hasSize(1);
        assertThat(state(item).reserved()).isEqualTo(1);
        assertThat(state(item).available()).isZero();
    }

    @Test
    void i04_check_and_promise_are_one_step_under_any_mixture() {
        StockItemId item = stocked("MIXED", 20);
        accepted(new SetReorderPolicy(item, null, 2, 3));
        var random = new Random(4);
        var promised = new ArrayList<ReservationId>();

        var results =
                together(
                        300,
                        i -> {
                            if (i % 5 == 0) {
                                return new AdjustStock(item, random.nextInt(-2, 3), "check");
                            }
                            if (i % 3 == 0 && !promised.isEmpty()) {
                                var some = promised.get(random.nextInt(promised.size()));
                                return i % 2 == 0
                                        ? new ReleaseReservation(item, some, null)
                                        : new CommitReservation(item, some, 1, "shp-" + i);
                            }
                            var reserve = reserve(item, 1 + random.nextInt(2));
                            promised.add(reserve.reservationId());
                            return reserve;
                        });

        assertThat(results).hasSize(300);
        StockState state = StockState.initial();
        for (Object event : daybook.history(item)) {
            state = state.evolve((StockEvent) event);
            if (state instanceof StockState.Registered now) {
                assertThat(now.available()).isGreaterThanOrEqualTo(-3);
                assertThat(now.onHand()).isNotNegative();
                assertThat(now.reserved()).isNotNegative();
            }
        }
    }

    @Test
    void i14_the_second_in_checkout_hears_before_paying() {
        StockItemId item = stocked("CHECKOUT", 1);
        var first = held(item, Instant.now().plusSeconds(600));
        accepted(first);

        var second = daybook.send(held(item, Instant.now().plusSeconds(600)));

        assertThat(second)
                .isInstanceOfSatisfying(
                        CommandResult.Refused.class,
                        refused ->
                                assertThat(refused.rejection())
                                        .isEqualTo(
                                                new StockRejection.InsufficientStock(
                                                        item, 1, 0, 0)));
        accepted(new CommitReservation(item, first.reservationId(), 1, "shp"));
        assertThat(state(item).onHand()).isZero();
    }

    @Test
    void i15_what_is_shipped_never_exceeds_what_was_there() {
        StockItemId item = stocked("FLASH", 14);

        var reserved = together(60, _ -> reserve(item, 1));
        var shipped =
                together(
                        60,
                        i -> {
                            var id = ((ReserveStock) sent.get(i)).reservationId();
                            return new CommitReservation(item, id, 1, "shp-" + i);
                        });

        assertThat(reserved.stream().filter(CommandResult.Accepted.class::isInstance)).hasSize(14);
        assertThat(shipped.stream().filter(CommandResult.Accepted.class::isInstance)).hasSize(14);
        assertThat(state(item).onHand()).isZero();
        assertThat(state(item).reserved()).isZero();
    }

    @Test
    void aTransferIsAnnouncedAndConfirmedByItself() {
        StockItemId item = stocked("MOVED", 9);
        var shop = new Location("shop");
        var there = new StockItemId(item.tenant(), shop, item.sku());
        var id = TransferId.of(UUID.randomUUID());

        accepted(new TransferStock(item, id, shop, 4, Instant.now(), List.of()));
        await().untilAsserted(() ->
                assertThat(daybook.historyNames(there))
                        .containsExactly("StockItemRegistered", "TransferAnnounced"));
        accepted(new ReceiveTransfer(there, id, 3, "one is missing", List.of()));

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(item)).endsWith("TransferConfirmed"));
        assertThat(state(item).onHand()).isEqualTo(5);
        assertThat(state(there).available()).isEqualTo(3);
    }

    private List<Object> sent = List.of();

    private List<CommandResult> together(int count, IntFunction<Object> command) {
        List<Object> commands = IntStream.range(0, count).mapToObj(command).toList();
        var answers = commands.stream().map(each -> daybook.submit(each, Map.of())).toList();
        sent = commands;
        return answers.stream()
                .map(answer -> answer.orTimeout(30, SECONDS).join().getPayload())
                .toList();
    }

    private StockItemId stocked(String sku, int quantity) {
        var item = new StockItemId(new TenantId("demo"), new Location("main"), new Sku(sku));
        accepted(new ReceiveStock(item, quantity, null));
        return item;
    }

    private void accepted(Object command) {
        assertThat(daybook.send(command)).isInstanceOf(CommandResult.Accepted.class);
    }

    private static ReserveStock reserve(StockItemId item, int quantity) {
        return new ReserveStock(item, ReservationId.of(UUID.randomUUID()), quantity, null);
    }

    private static ReserveStock held(StockItemId item, Instant until) {
        return new ReserveStock(
                item, ReservationId.of(UUID.randomUUID()), 1, null, until, Instant.now());
    }

    private StockState.Registered state(StockItemId item) {
        StockState state = StockState.initial();
        for (Object event : daybook.history(item)) {
            state = state.evolve((StockEvent) event);
        }
        return (StockState.Registered) state;
    }
}
