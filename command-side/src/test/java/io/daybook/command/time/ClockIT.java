package io.daybook.command.time;

import static io.daybook.command.CommandSide.anOrder;
import static io.daybook.command.CommandSide.newOrderId;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ClockIT {

    private static final String AHEAD = "daybook.clock.offset=10m";
    private static final String BEHIND = "daybook.clock.offset=-10m";

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @AfterEach
    void stop() {
        daybook.close();
    }

    @Test
    void eventsCarryTheTimeOfTheInjectedClock() {
        var item = item("TEA-1");
        accepted(daybook.send(new ReceiveStock(item, 1, null)));
        daybook.restart(AHEAD);
        accepted(daybook.send(new ReceiveStock(item, 1, null)));
        daybook.restart(BEHIND);
        accepted(daybook.send(new ReceiveStock(item, 1, null)));

        var now = Instant.now();
        List<Instant> times = timesOf(item);
        assertThat(times.getLast()).isCloseTo(now.minus(10, MINUTES), within(1, MINUTES));
        assertThat(times.get(times.size() - 2))
                .isCloseTo(now.plus(10, MINUTES), within(1, MINUTES));
        assertThat(times.getFirst()).isCloseTo(now, within(1, MINUTES));
    }

    @Test
    void anOrderIsFulfilledThoughItsEventsAreOfTheFuture() {
        daybook.restart(AHEAD);
        OrderId id = placedButNotConfirmed();

        daybook.restart(BEHIND);
        sql().execute("ALTER TABLE daybook.domain_event_entry DROP CONSTRAINT not_yet");

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(id)).endsWith("OrderConfirmed"));
    }

    @Test
    void aReactionIsTriedAgainThoughAKilledProcessClaimedItInTheFuture() {
        daybook.restart(AHEAD);
        OrderId id = placedButNotConfirmed();

        sql().update(
                        "UPDATE daybook.dead_letter_entry SET processing_started = last_touched,"
                                + " enqueued_at = '2020-01-01T00:00:00.000Z', last_touched = '2020-01-01T00:00:00.000Z'");
        daybook.restart();
        sql().execute("ALTER TABLE daybook.domain_event_entry DROP CONSTRAINT not_yet");

        await().untilAsserted(
                        () -> assertThat(daybook.historyNames(id)).endsWith("OrderConfirmed"));
    }

    /** Its confirmation fails and is parked. */
    private OrderId placedButNotConfirmed() {
        for (String sku : List.of("TEA-1", "CUP-1")) {
            accepted(daybook.send(new ReceiveStock(item(sku), 100, null)));
        }
        sql().execute(
                        "ALTER TABLE daybook.domain_event_entry ADD CONSTRAINT not_yet"
                                + " CHECK (payload_type NOT LIKE '%OrderConfirmed')");
        OrderId id = newOrderId();
        accepted(daybook.send(anOrder(id, "tok_approve")));
        await().untilAsserted(() ->
                assertThat(
                                sql().queryForObject(
                                                "SELECT count(*) FROM daybook.dead_letter_entry",
                                                Long.class))
                        .isOne());
        return id;
    }

    private List<Instant> timesOf(StockItemId item) {
        return daybook.bean(EventStore.class)
                .readEvents(item.toString())
                .asStream()
                .<Instant>map(EventMessage::getTimestamp)
                .toList();
    }

    private JdbcTemplate sql() {
        return new JdbcTemplate(daybook.bean(DataSource.class));
    }

    private static StockItemId item(String sku) {
        return new StockItemId(new TenantId("demo"), new Location("main"), new Sku(sku));
    }

    private static void accepted(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Accepted.class);
    }
}
