package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of a staged change of an order. */
public record ChangeId(@JsonValue String value) {

    private static final String PREFIX = "chg_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChangeId {
        TypedUuid.require(PREFIX, value);
    }

    public static ChangeId of(UUID uuid) {
        return new ChangeId(PREFIX + uuid);
    }

    /** The bare value: what the id is written as in paths and logs. */
    @Override
    public String toString() {
        return value;
    }
}
