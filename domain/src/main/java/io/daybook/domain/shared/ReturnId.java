package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of a return. */
public record ReturnId(@JsonValue String value) {

    private static final String PREFIX = "ret_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReturnId {
        TypedUuid.require(PREFIX, value);
    }

    public static ReturnId of(UUID uuid) {
        return new ReturnId(PREFIX + uuid);
    }

    /** The bare value: Axon stores this text as the aggregate's identifier. */
    @Override
    public String toString() {
        return value;
    }
}
