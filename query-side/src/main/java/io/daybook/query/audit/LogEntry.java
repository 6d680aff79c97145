package io.daybook.query.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.read.Cursor;
import io.daybook.query.read.Item;
import io.daybook.query.read.Row;
import io.daybook.query.read.ViewJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as auditors read it.
 *
 * @param payload the stored JSON as it is
 */
@JsonPropertyOrder({
    "position",
    "entityType",
    "entityId",
    "version",
    "type",
    "revision",
    "recordedAt",
    "actor",
    "tenant",
    "correlationId",
    "causationId",
    "requestId",
    "payload"
})
record LogEntry(
        long position,
        @Nullable String entityType,
        String entityId,
        long version,
        String type,
        @Nullable String revision,
        Instant recordedAt,
        @Nullable String actor,
        String tenant,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String requestId,
        @JsonRawValue String payload,
        @JsonIgnore String eventId) {

    static final String COLUMNS =
            """
            global_index, type, aggregate_identifier, sequence_number, payload_type, payload_revision, time_stamp,
              event_identifier, tenant, convert_from(payload, 'UTF8') AS payload,
              metadata ->> '%s' AS actor, metadata ->> '%s' AS correlation_id, metadata ->> '%s' AS causation_id,
              metadata ->> '%s' AS request_id
            """
                    .formatted(
                            MetadataKeys.ACTOR,
                            MetadataKeys.CORRELATION_ID,
                            MetadataKeys.CAUSATION_ID,
                            MetadataKeys.REQUEST_ID)
                    .replace("metadata", "convert_from(meta_data, 'UTF8')::json");

    static LogEntry of(Row row) {
        return new LogEntry(
                row.number("global_index"),
                row.optionalText("type"),
                row.text("aggregate_identifier"),
                row.number("sequence_number") + 1,
                row.text("payload_type"),
                row.optionalText("payload_revision"),
                Instant.parse(row.text("time_stamp")),
                row.optionalText("actor"),
                row.text("tenant"),
                row.optionalText("correlation_id"),
                row.optionalText("causation_id"),
                row.optionalText("request_id"),
                row.text("payload"),
                row.text("event_identifier"));
    }

    Item item() {
        return new Item(ViewJson.of(this), new Cursor(Long.toString(position), eventId));
    }
}
