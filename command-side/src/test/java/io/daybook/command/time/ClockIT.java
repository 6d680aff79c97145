package io.daybook.command.time;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    private List<Instant> timesOf(StockItemId item) {
        return daybook.bean(EventStore.class)
                .readEvents(item.toString())
                .asStream()
                .<Instant>map(EventMessage::getTimestamp)
                .toList();
    }

    private static StockItemId item(String sku) {
        return new StockItemId(new TenantId("demo"), new Location("main"), new Sku(sku));
    }

    private static void accepted(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Accepted.class);
    }
}
