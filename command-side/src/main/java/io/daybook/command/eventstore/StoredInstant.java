package io.daybook.command.eventstore;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * How the log writes an instant: ISO text with nanoseconds, so that a replayed event equals the
 * published one, and always of the same length, so that text sorts as time does.
 */
final class StoredInstant {

    private static final int NANO_DIGITS = 9;
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(NANO_DIGITS).toFormatter();

    private StoredInstant() {}

    static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
