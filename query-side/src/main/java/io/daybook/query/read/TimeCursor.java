package io.daybook.query.read;

import io.daybook.domain.read.Cursor;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Cursors of lists that are sorted by time, to the microsecond that PostgreSQL keeps. */
public final class TimeCursor {

    private TimeCursor() {}

    public static Cursor of(Instant time, String id) {
        return new Cursor(time.toString(), id);
    }

    public static Instant timeOf(Cursor cursor) {
        try {
            return Instant.parse(cursor.key());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a cursor of this list", e);
        }
    }
}
