package io.daybook.command.eventstore;

import io.daybook.domain.message.MetadataKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The SQL of the log. */
final class EventTable {

    /** Bounds the number of statement shapes that the server must prepare. */
    private static final int ROWS_PER_INSERT = 100;

    private static final String COLUMNS =
            "type, aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,"
                    + " payload_revision, payload, meta_data";
    private static final String NEXT =
            "SELECT "
                    + COLUMNS
                    + ", global_index FROM daybook.domain_event_entry"
                    + " WHERE global_index > ? ORDER BY global_index LIMIT ?";
    private static final String NEXT_AND_GAPS =
            "SELECT "
                    + COLUMNS
                    + ", global_index FROM daybook.domain_event_entry WHERE global_index = ANY (?)"
                    + " UNION ALL ("
                    + NEXT
                    + ") ORDER BY global_index";

    private static final String OF_ONE =
            "SELECT " + COLUMNS + " FROM daybook.domain_event_entry WHERE aggregate_identifier = ?";

    private static final String FIRST_OF_EACH =
            "SELECT event.* FROM unnest(?) AS wanted (id) CROSS JOIN LATERAL (SELECT "
                    + COLUMNS
                    + " FROM daybook.domain_event_entry WHERE aggregate_identifier = wanted.id"
                    + " ORDER BY sequence_number LIMIT ?) AS event";

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Map<Integer, String> inserts = new ConcurrentHashMap<>();

    record Row(long index, GenericDomainEventEntry<byte[]> event) {}

    EventTable(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Takes part in the caller's transaction; returns the highest index. */
    long append(List<? extends DomainEventMessage<?>> events, Serializer serializer) {
        var highest = 0L;
        for (var from = 0; from < events.size(); from += ROWS_PER_INSERT) {
            var chunk = events.subList(from, Math.min(events.size(), from + ROWS_PER_INSERT));
            var values = new ArrayList<Object>(chunk.size() * 10);
            chunk.forEach(event -> addRow(values, event, serializer));
            var sql = inserts.computeIfAbsent(chunk.size(), EventTable::insertOf);
            for (var index : jdbc.query(sql, (row, number) -> row.getLong(1), values.toArray())) {
                highest = Math.max(highest, index);
            }
        }
        return highest;
    }

    private static String insertOf(int rows) {
        return "INSERT INTO daybook.domain_event_entry ("
                + COLUMNS
                + ", tenant) VALUES "
                + String.join(", ", Collections.nCopies(rows, "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
                + " RETURNING global_index";
    }

    @SuppressWarnings("NullAway") // type and revision may be absent; JDBC takes null for that
    private static void addRow(
            List<Object> values, DomainEventMessage<?> event, Serializer serializer) {
        var payload = event.serializePayload(serializer, byte[].class);
        var metaData = event.serializeMetaData(serializer, byte[].class);
        values.add(event.getType());
        values.add(event.getAggregateIdentifier());
        values.add(event.getSequenceNumber());
        values.add(event.getIdentifier());
        values.add(StoredInstant.format(event.getTimestamp()));
        values.add(payload.getType().getName());
        values.add(payload.getType().getRevision());
        values.add(payload.getData());
        values.add(metaData.getData());
        values.add(event.getMetaData().getOrDefault(MetadataKeys.TENANT, "-").toString());
    }

    List<GenericDomainEventEntry<byte[]>> eventsOf(
            String aggregate, long firstSequence, int limit) {
        return jdbc.query(
                OF_ONE + " AND sequence_number >= ? ORDER BY sequence_number LIMIT ?",
                (row, number) -> entry(row),
                aggregate,
                firstSequence,
                limit);
    }

    /** As {@link #eventsOf} from the first event on, for several aggregates in one statement. */
    Map<String, List<GenericDomainEventEntry<byte[]>>> eventsOf(
            Collection<String> aggregates, int limit) {
        var found = new HashMap<String, List<GenericDomainEventEntry<byte[]>>>();
        aggregates.forEach(aggregate -> found.put(aggregate, new ArrayList<>()));
        jdbc.query(
                FIRST_OF_EACH,
                (RowCallbackHandler)
                        row -> {
                            var entry = entry(row);
                            found.computeIfAbsent(
                                            entry.getAggregateIdentifier(), _ -> new ArrayList<>())
                                    .add(entry);
                        },
                aggregates.toArray(String[]::new),
                limit);
        return found;
    }

    /** Those events of an aggregate that have a text in their payload. */
    List<GenericDomainEventEntry<byte[]>> eventsNaming(String aggregate, String text) {
        return jdbc.query(
                OF_ONE
                        + " AND position(convert_to(?, 'UTF8') IN payload) > 0 ORDER BY sequence_number",
                (row, number) -> entry(row),
                aggregate,
                text);
    }

    Optional<Long> lastSequenceOf(String aggregate) {
        return Optional.ofNullable(
                jdbc.queryForObject(
                        "SELECT max(sequence_number) FROM daybook.domain_event_entry WHERE aggregate_identifier = ?",
                        Long.class,
                        aggregate));
    }

    /**
     * Reads what came after a position, and its gaps. On a connection of its own: inside a caller's
     * transaction the snapshot could be older than the settled index that its result is judged by.
     */
    List<Row> after(LogPosition position, int limit) {
        try (var connection = dataSource.getConnection();
                var statement = selectAfter(connection, position, limit);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<Row>();
            while (rows.next()) {
                found.add(new Row(rows.getLong("global_index"), entry(rows)));
            }
            return found;
        } catch (SQLException failure) {
            throw new EventStoreException("Cannot read the log after " + position.index(), failure);
        }
    }

    private static PreparedStatement selectAfter(
            Connection connection, LogPosition position, int limit) throws SQLException {
        var statement = connection.prepareStatement(position.hasGaps() ? NEXT_AND_GAPS : NEXT);
        var parameter = 1;
        if (position.hasGaps()) {
            statement.setArray(
                    parameter++, connection.createArrayOf("bigint", position.gaps().toArray()));
        }
        statement.setLong(parameter++, position.index());
        statement.setInt(parameter, limit);
        return statement;
    }

    /** Zero for an empty log. */
    long highest() {
        return numbers("SELECT coalesce(max(global_index), 0) FROM daybook.domain_event_entry")
                .getFirst();
    }

    /**
     * The last index before the first event at or after an instant; the highest index when there is
     * none.
     */
    long before(Instant instant) {
        // OFFSET 0 keeps the planner from walking the whole log by index in search of a late
        // instant.
        return numbers(
                        "SELECT coalesce(max(global_index), 0) FROM daybook.domain_event_entry"
                                + " WHERE global_index < coalesce((SELECT min(global_index) FROM (SELECT global_index"
                                + " FROM daybook.domain_event_entry WHERE time_stamp >= ? OFFSET 0) AS later), ?)",
                        StoredInstant.format(instant),
                        Long.MAX_VALUE)
                .getFirst();
    }

    /**
     * The indexes between {@code settled} and an existing {@code highest} that hold no event (yet).
     */
    List<Long> missing(long settled, long highest) {
        return numbers(
                "SELECT generate_series(before + 1, index - 1) FROM (SELECT global_index AS index,"
                        + " lag(global_index, 1, ?) OVER (ORDER BY global_index) AS before"
                        + " FROM daybook.domain_event_entry WHERE global_index > ? AND global_index <= ?) AS pairs",
                settled,
                settled,
                highest);
    }

    /** On a connection of its own, for the same reason as {@link #after}. */
    private List<Long> numbers(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var parameter = 0; parameter < parameters.length; parameter++) {
                statement.setObject(parameter + 1, parameters[parameter]);
            }
            var found = new ArrayList<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new EventStoreException("Cannot read positions of the log", failure);
        }
    }

    private static GenericDomainEventEntry<byte[]> entry(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("type"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("event_identifier"),
                row.getString("time_stamp"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getBytes("payload"),
                row.getBytes("meta_data"));
    }
}
