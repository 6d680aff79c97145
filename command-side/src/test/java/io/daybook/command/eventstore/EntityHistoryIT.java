package io.daybook.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReservationReleased;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockReserved;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Events of one entity that name something, by either way of finding them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityHistoryIT {

    private static final StockItemId ITEM =
            new StockItemId(new TenantId("demo"), new Location("main"), new Sku("TEA"));
    private static final ReservationId WANTED = ReservationId.of(UUID.randomUUID());

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void hasWhatNamesAReservationAndNothingElse() {
        accepted(new ReceiveStock(ITEM, 5, null));
        accepted(new ReserveStock(ITEM, WANTED, 1, null));
        accepted(new ReserveStock(ITEM, ReservationId.of(UUID.randomUUID()), 1, null));
        accepted(new ReleaseReservation(ITEM, WANTED, null));

        for (EntityHistory history :
                new EntityHistory[] {
                    daybook.bean(EntityHistory.class),
                    EntityHistory.replayed(
                            entity -> daybook.bean(EventStore.class).readEvents(entity, 0))
                }) {
            assertThat(history.naming(ITEM.toString(), WANTED.value(), StockEvent.class))
                    .hasExactlyElementsOfTypes(StockReserved.class, ReservationReleased.class);
            assertThat(history.naming(ITEM.toString(), "res_nobody", StockEvent.class)).isEmpty();
            assertThat(history.naming("stock:nobody", WANTED.value(), StockEvent.class)).isEmpty();
        }
    }

    private void accepted(Object command) {
        assertThat(daybook.send(command)).isInstanceOf(CommandResult.Accepted.class);
    }
}
