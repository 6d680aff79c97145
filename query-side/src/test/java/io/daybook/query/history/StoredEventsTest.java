package io.daybook.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockFixtures;
import io.daybook.domain.inventory.StockReceived;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    private final StoredEvents<StockEvent> events = new StoredEvents<>(StockEvent.class);

    @Test
    void readsAnEventByItsStoredName() {
        assertThat(
                        events.read(
                                stored(
                                        "StockReceived",
                                        "1",
                                        "{\"stockItemId\":\"stk_demo:main:TEA-1\",\"quantity\":5}")))
                .isEqualTo(new StockReceived(StockFixtures.TEA, 5, null));
    }

    @Test
    void refusesATypeThatItDoesNotKnow() {
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> events.read(stored("StockVanished", "1", "{}")))
                .withMessage(
                        "Event StockVanished, revision 1, at position 7 is unknown to this version");
    }

    @Test
    void refusesARevisionThatItDoesNotKnow() {
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> events.read(stored("StockReceived", "2", "{}")));
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> events.read(stored("StockReceived", null, "{}")));
    }

    private static LoggedEvent stored(String type, @Nullable String revision, String payload) {
        return new LoggedEvent(7, "stk_demo:main:TEA-1", type, revision, Instant.EPOCH, payload);
    }
}
