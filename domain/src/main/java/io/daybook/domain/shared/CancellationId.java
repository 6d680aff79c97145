package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of a cancellation of lines. */
public record CancellationId(@JsonValue String value) {

    private static final String PREFIX = "cnl_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CancellationId {
        TypedUuid.require(PREFIX, value);
    }

    public static CancellationId of(UUID uuid) {
        return new CancellationId(PREFIX + uuid);
    }

    /** The bare value: what the id is written as in paths and logs. */
    @Override
    public String toString() {
        return value;
    }
}
