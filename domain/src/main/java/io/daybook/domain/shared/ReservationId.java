package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of a reservation of stock. */
public record ReservationId(@JsonValue String value) implements Comparable<ReservationId> {

    private static final String PREFIX = "res_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReservationId {
        TypedUuid.require(PREFIX, value);
    }

    public static ReservationId of(UUID uuid) {
        return new ReservationId(PREFIX + uuid);
    }

    /** The reservation of one order line: the same id however often the step is repeated. */
    public static ReservationId forLine(OrderId orderId, String lineId) {
        return new ReservationId(TypedUuid.derive(PREFIX, orderId.value(), "line " + lineId));
    }

    /** The reservation of a part of an order line at one of several locations. */
    public static ReservationId forPart(
            OrderId orderId, String lineId, int attempt, Location location) {
        return new ReservationId(
                TypedUuid.derive(
                        PREFIX,
                        orderId.value(),
                        "line " + lineId + " attempt " + attempt + " at " + location));
    }

    /** The reservation of the units that a staged change adds to a line, or adds as a line. */
    public static ReservationId forChange(ChangeId changeId, String lineId) {
        return new ReservationId(TypedUuid.derive(PREFIX, changeId.value(), "line " + lineId));
    }

    @Override
    public int compareTo(ReservationId other) {
        return value.compareTo(other.value);
    }

    /** The bare value: Axon stores this text as the aggregate's identifier. */
    @Override
    public String toString() {
        return value;
    }
}
