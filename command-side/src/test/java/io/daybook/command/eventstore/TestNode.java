package io.daybook.command.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.command.database.TestDatabase;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One node of a cluster: an engine and a source with their own pool and signal on a shared
 * database.
 */
final class TestNode implements AutoCloseable {

    final HikariDataSource dataSource;
    final TransactionTemplate transaction;
    final SpringTransactionManager transactions;
    final PostgresEventStorageEngine engine;
    final NotifyingEventSource source;
    final NodeId id = NodeId.ofThisStart();

    static final Serializer JSON = Jackson3Serializer.builder().build();

    record Noted(String text) {}

    TestNode(TestDatabase database) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(20);
        dataSource = new HikariDataSource(pool);
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("daybook")
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
        var springTransactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(springTransactions);
        transactions = new SpringTransactionManager(springTransactions);
        var signal = new AppendSignal();
        var serialization =
                new EventSerialization(
                        JSON, JSON, NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll());
        engine = new PostgresEventStorageEngine(dataSource, transactions, serialization, signal);
        ConnectionProvider dedicated =
                () ->
                        DriverManager.getConnection(
                                database.url(), database.username(), database.password());
        source = new NotifyingEventSource(engine, signal, dedicated, id);
    }

    static DomainEventMessage<Noted> event(String aggregate, long sequence) {
        return event(aggregate, sequence, Instant.parse("2026-01-02T03:04:05.123456789Z"));
    }

    static DomainEventMessage<Noted> event(String aggregate, long sequence, Instant recordedAt) {
        var message =
                new GenericDomainEventMessage<>(
                        "Note",
                        aggregate,
                        sequence,
                        new Noted(aggregate + "/" + sequence),
                        MetaData.with("tenant", "acme"));
        return new GenericDomainEventMessage<>(
                "Note", aggregate, sequence, message, () -> recordedAt);
    }

    static List<DomainEventMessage<Noted>> events(String aggregate, int count) {
        return IntStream.range(0, count).mapToObj(sequence -> event(aggregate, sequence)).toList();
    }

    void append(DomainEventMessage<?>... events) {
        engine.appendEvents(Arrays.asList(events));
    }

    @Override
    public void close() {
        source.stop();
        dataSource.close();
    }
}
