package io.daybook.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.command.database.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.core.DatabaseClient;

/** A log on a database of its own, written row by row so that a test decides who commits when. */
public final class EventLog {

    private static final String INSERT =
            """
            INSERT INTO daybook.domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
              time_stamp, payload_type, payload_revision, payload, meta_data, tenant)
            VALUES (?, ?, ?, ?, ?, ?, '1', ?, ?, ?) RETURNING global_index
            """;

    private final TestDatabase database = TestDatabase.fresh();

    public EventLog() {
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .schemas("daybook")
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
    }

    /** What the log holds of an event. */
    public record Entry(
            String tenant,
            String entityType,
            String entityId,
            long version,
            String type,
            String recordedAt,
            String metadata,
            String payload) {

        public static Entry of(String tenant, String entityId) {
            return new Entry(
                    tenant,
                    "order",
                    entityId,
                    1,
                    "OrderPlaced",
                    "2026-01-02T03:04:05.000000000Z",
                    "{}",
                    "{}");
        }

        public static Entry any() {
            return of("demo", "ord_" + UUID.randomUUID());
        }
    }

    /** Autocommit is on until the test switches it off. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.username(), database.password());
    }

    /** Pooled, or every statement would come so late that nobody writes any more. */
    public DatabaseClient reactive() {
        var jdbc = database.url().replaceFirst("^jdbc:", "r2dbc:").replaceFirst("\\?.*", "");
        var connections =
                ConnectionFactories.get(
                        ConnectionFactoryOptions.parse(jdbc)
                                .mutate()
                                .option(ConnectionFactoryOptions.USER, database.username())
                                .option(ConnectionFactoryOptions.PASSWORD, database.password())
                                .build());
        return DatabaseClient.create(
                new ConnectionPool(
                        ConnectionPoolConfiguration.builder(connections)
                                .initialSize(1)
                                .maxSize(5)
                                .build()));
    }

    public long append(Entry entry) throws SQLException {
        try (var connection = connect()) {
            return append(connection, entry);
        }
    }

    public static long append(Connection connection, Entry entry) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, entry.entityId());
            insert.setLong(3, entry.version() - 1);
            insert.setString(4, entry.entityType());
            insert.setString(5, entry.recordedAt());
            insert.setString(6, entry.type());
            insert.setBytes(7, entry.payload().getBytes(UTF_8));
            insert.setBytes(8, entry.metadata().getBytes(UTF_8));
            insert.setString(9, entry.tenant());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
