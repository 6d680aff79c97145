package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The caller's own identifier of a customer. */
public record CustomerId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 printable ASCII characters without spaces");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
