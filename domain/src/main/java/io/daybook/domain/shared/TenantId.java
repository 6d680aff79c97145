package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The company whose data a message belongs to; taken from the token, never from a request. */
public record TenantId(@JsonValue String value) {

    private static final int LONGEST = 32;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "must be 1 to 32 lower-case letters, digits or '-', starting with a letter or digit");
        }
    }

    /** Without a regular expression: every request has a tenant. */
    private static boolean isWellFormed(String value) {
        if (value.isEmpty() || value.length() > LONGEST || value.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
