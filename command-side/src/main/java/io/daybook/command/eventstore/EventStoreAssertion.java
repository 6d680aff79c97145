package io.daybook.command.eventstore;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.ClassUtils;

/**
 * Refuses to start when a promise of the log does not hold. Each of these has been seen to go wrong
 * without any error: a framework falling back to memory, a setting that trades durability for
 * speed, a schema restored without its trigger.
 */
final class EventStoreAssertion implements SmartInitializingSingleton {

    private final TransactionManager transactionManager;
    private final EventBus eventBus;
    private final EventStorageEngine engine;
    private final Serializer serializer;
    private final JdbcTemplate jdbc;

    EventStoreAssertion(
            TransactionManager transactionManager,
            EventBus eventBus,
            EventStorageEngine engine,
            Serializer serializer,
            DataSource dataSource) {
        this.transactionManager = transactionManager;
        this.eventBus = eventBus;
        this.engine = engine;
        this.serializer = serializer;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactionsAreReal(transactionManager);
        eventsAreStoredInPostgres(eventBus, engine);
        classIsAbsent("com.thoughtworks.xstream.XStream");
        tokensSurviveSerialization(serializer);
        settingIs("synchronous_commit", "on");
        settingIs("fsync", "on");
        logIsUnique("domain_event_entry_aggregate_sequence");
        logIsUnique("domain_event_entry_event_identifier");
        triggerIsEnabled("transaction_before_position");
        triggerIsEnabled("events_are_final");
        positionsAreNotCached();
    }

    static void transactionsAreReal(TransactionManager transactionManager) {
        require(
                transactionManager instanceof SpringTransactionManager,
                "Axon runs without database transactions (%s)"
                        .formatted(transactionManager.getClass().getSimpleName()));
    }

    static void eventsAreStoredInPostgres(EventBus eventBus, EventStorageEngine engine) {
        require(
                eventBus instanceof EmbeddedEventStore
                        && engine instanceof PostgresEventStorageEngine,
                "events would not be stored in PostgreSQL (%s on %s)"
                        .formatted(
                                eventBus.getClass().getSimpleName(),
                                engine.getClass().getSimpleName()));
    }

    static void classIsAbsent(String name) {
        require(
                !ClassUtils.isPresent(name, EventStoreAssertion.class.getClassLoader()),
                name + " is on the class path; it would deserialize anything");
    }

    static void tokensSurviveSerialization(Serializer serializer) {
        var token =
                ReplayToken.createReplayToken(
                        LogPosition.at(3, List.of(2L)).token(),
                        LogPosition.at(1, List.of()).token());
        require(
                token.equals(roundTrip(serializer, token)),
                "a ReplayToken cannot be read back after a restart");
    }

    private static Object roundTrip(Serializer serializer, Object token) {
        try {
            return serializer.deserialize(serializer.serialize(token, byte[].class));
        } catch (SerializationException unreadable) {
            return unreadable;
        }
    }

    void settingIs(String setting, String expected) {
        var actual =
                String.valueOf(
                        jdbc.queryForObject("SELECT current_setting(?)", String.class, setting));
        require(
                expected.equals(actual),
                "%s must be %s but is %s: committed events could be lost"
                        .formatted(setting, expected, actual));
    }

    void logIsUnique(String constraint) {
        require(
                exists(
                        "SELECT count(*) FROM pg_constraint WHERE conname = ? AND contype = 'u'"
                                + " AND conrelid = 'daybook.domain_event_entry'::regclass",
                        constraint),
                "the unique constraint %s is missing: two writers could append the same version"
                        .formatted(constraint));
    }

    void triggerIsEnabled(String trigger) {
        require(
                exists(
                        "SELECT count(*) FROM pg_trigger WHERE tgname = ? AND tgenabled IN ('O', 'A')"
                                + " AND tgrelid = 'daybook.domain_event_entry'::regclass",
                        trigger),
                "the trigger %s is missing or disabled".formatted(trigger));
    }

    void positionsAreNotCached() {
        require(
                exists(
                        "SELECT count(*) FROM pg_sequences WHERE schemaname = 'daybook' AND sequencename = ?"
                                + " AND cache_size = 1 AND increment_by = 1",
                        "event_position"),
                "the sequence of positions must have CACHE 1: readers could skip events");
    }

    private boolean exists(String countOf, String name) {
        return Objects.equals(1L, jdbc.queryForObject(countOf, Long.class, name));
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalStateException("Daybook does not start: " + problem + ".");
        }
    }
}
