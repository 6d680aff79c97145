package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Number of a lot, as its maker printed it. */
public record LotNumber(@JsonValue String value) implements Comparable<LotNumber> {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LotNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 printable characters without spaces");
        }
    }

    @Override
    public int compareTo(LotNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
