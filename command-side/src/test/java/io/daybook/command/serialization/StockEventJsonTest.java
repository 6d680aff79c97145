package io.daybook.command.serialization;

import static io.daybook.domain.inventory.StockFixtures.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.ReorderPolicySet;
import io.daybook.domain.inventory.ReservationCommitted;
import io.daybook.domain.inventory.ReservationReduced;
import io.daybook.domain.inventory.ReservationReleased;
import io.daybook.domain.inventory.StockAdjusted;
import io.daybook.domain.inventory.StockCounted;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockReceived;
import io.daybook.domain.inventory.StockReserved;
import io.daybook.domain.shared.ReservationId;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events without lots, serials and ends are no longer in the log than before there were any. */
class StockEventJsonTest {

    private static final ReservationId RESERVATION =
            new ReservationId("res_0199d0a4-6f3c-7000-8000-000000000001");

    private final EventSerializer events =
            new EventSerializer(new EventTypes(List.of(StockEvent.class)));

    static List<Arguments> ordinary() {
        return List.of(
                Arguments.of(new StockReceived(TEA, 5, "po-1"), "'quantity':5,'reference':'po-1'"),
                Arguments.of(new StockAdjusted(TEA, -1, "lost"), "'delta':-1,'reason':'lost'"),
                Arguments.of(
                        new StockCounted(TEA, 4, -1, "lost"),
                        "'counted':4,'delta':-1,'reason':'lost'"),
                Arguments.of(
                        new StockReserved(TEA, RESERVATION, 2, null),
                        "'reservationId':'%s','quantity':2,'reference':null"
                                .formatted(RESERVATION)),
                Arguments.of(
                        new ReservationReleased(TEA, RESERVATION, 2, null),
                        "'reservationId':'%s','quantity':2,'reason':null".formatted(RESERVATION)),
                Arguments.of(
                        new ReservationReduced(TEA, RESERVATION, 2, 1, "edit"),
                        "'reservationId':'%s','quantity':2,'remaining':1,'reduction':'edit'"
                                .formatted(RESERVATION)),
                Arguments.of(
                        new ReservationCommitted(TEA, RESERVATION, 2, 1, "shp"),
                        "'reservationId':'%s','quantity':2,'remaining':1,'commitment':'shp'"
                                .formatted(RESERVATION)),
                Arguments.of(
                        new ReorderPolicySet(TEA, 3, 2, 1),
                        "'reorderPoint':3,'safetyStock':2,'backorderLimit':1"));
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void anOrdinaryEventIsStoredAsItAlwaysWas(StockEvent event, String rest) {
        String json = "{'stockItemId':'%s',%s}".formatted(TEA, rest).replace('\'', '"');

        assertThat(events.serialize(event, String.class).getData()).isEqualTo(json);
        assertThat(read(event.getClass(), json)).isEqualTo(event);
    }

    private Object read(Class<?> type, String json) {
        return events.<String, Object>deserialize(
                new SimpleSerializedObject<>(json, String.class, type.getSimpleName(), "1"));
    }
}
