package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Identifier of a line within its order: {@code 1}, {@code 2}, … */
public record LineId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,36}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LineId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 1 to 36 letters, digits or '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
