package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of a shipment. */
public record ShipmentId(@JsonValue String value) {

    private static final String PREFIX = "shp_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShipmentId {
        TypedUuid.require(PREFIX, value);
    }

    public static ShipmentId of(UUID uuid) {
        return new ShipmentId(PREFIX + uuid);
    }

    /** The bare value: Axon stores this text as the aggregate's identifier. */
    @Override
    public String toString() {
        return value;
    }
}
