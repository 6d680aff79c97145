package io.daybook.domain.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Text form of identifiers: a type prefix and a UUID whose first 48 bits are a time, so that ids
 * sort by age.
 */
final class TypedUuid {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private TypedUuid() {}

    /**
     * Returns the value unchanged, or throws when it is not {@code prefix} followed by a lower-case
     * UUID.
     */
    static String require(String prefix, String value) {
        if (!value.startsWith(prefix)
                || !UUID_TEXT.matcher(value.substring(prefix.length())).matches()) {
            throw new IllegalArgumentException(
                    "must be '%s' followed by a UUID in lower case".formatted(prefix));
        }
        return value;
    }

    /**
     * An id that is always the same for the same source and purpose, and keeps the source's time so
     * that it still sorts by age. Deterministic ids are what makes the steps of a process safe to
     * repeat.
     */
    static String derive(String prefix, String sourceId, String purpose) {
        UUID source = UUID.fromString(sourceId.substring(sourceId.indexOf('_') + 1));
        ByteBuffer hash = ByteBuffer.wrap(sha256(purpose + '|' + sourceId));
        long high =
                (source.getMostSignificantBits() & 0xFFFF_FFFF_FFFF_0000L)
                        | 0x7000L
                        | (hash.getLong() & 0x0FFFL);
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return prefix + new UUID(high, low);
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
