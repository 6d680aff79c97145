package io.daybook.domain.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Text form of identifiers: a type prefix and a UUID whose first 48 bits are a time, so that ids
 * sort by age.
 */
final class TypedUuid {

    private static final String FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private TypedUuid() {}

    /**
     * Returns the value unchanged, or throws when it is not {@code prefix} followed by a lower-case
     * UUID.
     */
    static String require(String prefix, String value) {
        if (!value.startsWith(prefix) || !isUuid(value, prefix.length())) {
            throw new IllegalArgumentException(
                    "must be '%s' followed by a UUID in lower case".formatted(prefix));
        }
        return value;
    }

    /** By hand: every request has ids, and a pattern takes several times as long. */
    private static boolean isUuid(String text, int from) {
        boolean fits = text.length() - from == FORM.length();
        for (int i = 0; fits && i < FORM.length(); i++) {
            char c = text.charAt(from + i);
            fits =
                    FORM.charAt(i) == '-'
                            ? c == '-'
                            : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return fits;
    }

    /**
     * An id that is always the same for the same source and purpose, and keeps the source's time so
     * that it still sorts by age. Deterministic ids are what makes the steps of a process safe to
     * repeat.
     */
    static String derive(String prefix, String sourceId, String purpose) {
        UUID source = UUID.fromString(sourceId.substring(sourceId.indexOf('_') + 1));
        ByteBuffer hash = ByteBuffer.wrap(sha256(purpose + '|' + sourceId));
        return prefix
                + TimeOrderedUuid.of(
                        TimeOrderedUuid.millis(source), hash.getLong(), hash.getLong());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
