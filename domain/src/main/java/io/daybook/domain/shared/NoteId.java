package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of a note. */
public record NoteId(@JsonValue String value) {

    private static final String PREFIX = "not_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NoteId {
        TypedUuid.require(PREFIX, value);
    }

    public static NoteId of(UUID uuid) {
        return new NoteId(PREFIX + uuid);
    }

    /** The bare value: Axon stores this text as the aggregate's identifier. */
    @Override
    public String toString() {
        return value;
    }
}
