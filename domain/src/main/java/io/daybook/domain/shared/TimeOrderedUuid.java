package io.daybook.domain.shared;

import java.util.UUID;

/** UUIDs of version 7 (RFC 9562): their first 48 bits are a time, so that they sort by age. */
public final class TimeOrderedUuid {

    private TimeOrderedUuid() {}

    /**
     * The UUID of a moment and 74 bits more.
     *
     * @param millis since 1970; its lower 48 bits count
     * @param first its lower 12 bits count
     * @param second its lower 62 bits count
     */
    public static UUID of(long millis, long first, long second) {
        return new UUID(
                (millis << 16) | 0x7000L | (first & 0x0FFFL),
                (second & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /** The time that it begins with, in milliseconds since 1970. */
    static long millis(UUID uuid) {
        return uuid.getMostSignificantBits() >>> 16;
    }
}
