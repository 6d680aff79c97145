package io.daybook.command.eventstore;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The latest snapshot of every aggregate that has one. */
final class SnapshotTable {

    private static final String STORE =
            """
            INSERT INTO daybook.snapshot_event_entry AS stored (aggregate_identifier, sequence_number, type,
              event_identifier, time_stamp, payload_type, payload_revision, payload, meta_data)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (aggregate_identifier) DO UPDATE SET sequence_number = excluded.sequence_number,
              type = excluded.type, event_identifier = excluded.event_identifier, time_stamp = excluded.time_stamp,
              payload_type = excluded.payload_type, payload_revision = excluded.payload_revision,
              payload = excluded.payload, meta_data = excluded.meta_data
            WHERE stored.sequence_number < excluded.sequence_number OR
              (stored.sequence_number = excluded.sequence_number
                AND stored.payload_revision IS DISTINCT FROM excluded.payload_revision)
            """;

    private final JdbcTemplate jdbc;
    private volatile @Nullable Boolean used;

    SnapshotTable(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Keeps the stored one when it is newer: two nodes may snapshot the same aggregate at the same
     * time.
     */
    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        used = true;
        var payload = snapshot.serializePayload(serializer, byte[].class);
        jdbc.update(
                STORE,
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                snapshot.getType(),
                snapshot.getIdentifier(),
                StoredInstant.format(snapshot.getTimestamp()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                snapshot.serializeMetaData(serializer, byte[].class).getData());
    }

    /**
     * Those of the aggregates that have a snapshot. A table that was empty when this node first
     * looked is not asked again before the node writes to it: an aggregate whose snapshot is
     * overlooked is read from its events, which are all still there.
     */
    Set<String> among(Collection<String> aggregates) {
        if (!isUsed()) {
            return Set.of();
        }
        return Set.copyOf(
                jdbc.queryForList(
                        "SELECT aggregate_identifier FROM daybook.snapshot_event_entry"
                                + " WHERE aggregate_identifier = ANY (?)",
                        String.class,
                        (Object) aggregates.toArray(String[]::new)));
    }

    private boolean isUsed() {
        var known = used;
        if (known == null) {
            known =
                    Boolean.TRUE.equals(
                            jdbc.queryForObject(
                                    "SELECT EXISTS (SELECT FROM daybook.snapshot_event_entry)",
                                    Boolean.class));
            used = known;
        }
        return known;
    }

    Stream<? extends DomainEventData<?>> read(String aggregate) {
        return jdbc
                .query(
                        "SELECT * FROM daybook.snapshot_event_entry WHERE aggregate_identifier = ?",
                        (row, number) ->
                                new GenericDomainEventEntry<>(
                                        row.getString("type"),
                                        row.getString("aggregate_identifier"),
                                        row.getLong("sequence_number"),
                                        row.getString("event_identifier"),
                                        row.getString("time_stamp"),
                                        row.getString("payload_type"),
                                        row.getString("payload_revision"),
                                        row.getBytes("payload"),
                                        row.getBytes("meta_data")),
                        aggregate)
                .stream();
    }
}
