package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of an order, for example {@code ord_0199d0a4-6f3c-7c1e-9a53-1d2b6c1f0a11}. */
public record OrderId(@JsonValue String value) {

    private static final String PREFIX = "ord_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        TypedUuid.require(PREFIX, value);
    }

    public static OrderId of(UUID uuid) {
        return new OrderId(PREFIX + uuid);
    }

    /** The order of the goods that are sent instead of returned ones: one for each return. */
    public static OrderId forReplacement(ReturnId returnId) {
        return new OrderId(TypedUuid.derive(PREFIX, returnId.value(), "replacement"));
    }

    /** The bare value: Axon stores this text as the aggregate's identifier. */
    @Override
    public String toString() {
        return value;
    }
}
