package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of a transfer of stock between two locations. */
public record TransferId(@JsonValue String value) implements Comparable<TransferId> {

    private static final String PREFIX = "trf_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TransferId {
        TypedUuid.require(PREFIX, value);
    }

    public static TransferId of(UUID uuid) {
        return new TransferId(PREFIX + uuid);
    }

    @Override
    public int compareTo(TransferId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
