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

    /** The bare value: what the id is written as in paths and logs. */
    @Override
    public String toString() {
        return value;
    }
}
