package io.daybook.query.history;

import io.daybook.query.read.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event as the log holds it. */
public record LoggedEvent(
        long position,
        String entityId,
        String type,
        @Nullable String revision,
        Instant recordedAt,
        String payload) {

    public static final String COLUMNS =
            "global_index, aggregate_identifier, payload_type, payload_revision, time_stamp,"
                    + " convert_from(payload, 'UTF8') AS payload";

    public static LoggedEvent of(Row row) {
        return new LoggedEvent(
                row.number("global_index"),
                row.text("aggregate_identifier"),
                row.text("payload_type"),
                row.optionalText("payload_revision"),
                Instant.parse(row.text("time_stamp")),
                row.text("payload"));
    }
}
