package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of a hold. */
public record HoldId(@JsonValue String value) {

    private static final String PREFIX = "hld_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HoldId {
        TypedUuid.require(PREFIX, value);
    }

    public static HoldId of(UUID uuid) {
        return new HoldId(PREFIX + uuid);
    }

    /** The bare value: what the id is written as in paths and logs. */
    @Override
    public String toString() {
        return value;
    }
}
