package io.daybook.command.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.database.TestDatabase;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class EventStoreAssertionIT {

    private final TestNode node = new TestNode(TestDatabase.fresh());
    private final JdbcTemplate jdbc = new JdbcTemplate(node.dataSource);
    private final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(node.engine).build();
    private final EventStoreAssertion assertion =
            new EventStoreAssertion(
                    node.transactions, store, node.engine, TestNode.JSON, node.dataSource);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void acceptsASoundDatabase() {
        assertThatCode(
                        () -> {
                            assertion.settingIs("synchronous_commit", "on");
                            assertion.settingIs("fsync", "on");
                            assertion.logIsUnique("domain_event_entry_aggregate_sequence");
                            assertion.logIsUnique("domain_event_entry_event_identifier");
                            assertion.triggerIsEnabled("transaction_before_position");
                            assertion.triggerIsEnabled("events_are_final");
                            assertion.positionsAreNotCached();
                            EventStoreAssertion.transactionsAreReal(node.transactions);
                            EventStoreAssertion.eventsAreStoredInPostgres(store, node.engine);
                            EventStoreAssertion.classIsAbsent("com.thoughtworks.xstream.XStream");
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesToRunWithoutTransactions() {
        refuses(
                () -> EventStoreAssertion.transactionsAreReal(NoTransactionManager.instance()),
                "without database transactions");
    }

    @Test
    void refusesToKeepEventsInMemory() {
        refuses(
                () ->
                        EventStoreAssertion.eventsAreStoredInPostgres(
                                SimpleEventBus.builder().build(), node.engine),
                "SimpleEventBus");
        refuses(
                () ->
                        EventStoreAssertion.eventsAreStoredInPostgres(
                                store, new InMemoryEventStorageEngine()),
                "InMemoryEventStorageEngine");
    }

    @Test
    void refusesDangerousClasses() {
        refuses(() -> EventStoreAssertion.classIsAbsent("java.lang.String"), "class path");
    }

    @Test
    void refusesASerializerThatLosesReplays() {
        refuses(
                () ->
                        EventStoreAssertion.tokensSurviveSerialization(
                                Jackson3Serializer.builder().build()),
                "ReplayToken");
    }

    @Test
    void refusesLossySettings() {
        refuses(
                () -> assertion.settingIs("synchronous_commit", "remote_apply"),
                "synchronous_commit must be remote_apply but is on");
    }

    @Test
    void refusesALogWithoutItsGuards() {
        jdbc.execute(
                "ALTER TABLE daybook.domain_event_entry DISABLE TRIGGER transaction_before_position");
        jdbc.execute("DROP TRIGGER events_are_final ON daybook.domain_event_entry");
        jdbc.execute(
                "ALTER TABLE daybook.domain_event_entry DROP CONSTRAINT domain_event_entry_aggregate_sequence");
        jdbc.execute("ALTER SEQUENCE daybook.event_position CACHE 10");

        refuses(
                () -> assertion.triggerIsEnabled("transaction_before_position"),
                "missing or disabled");
        refuses(() -> assertion.triggerIsEnabled("events_are_final"), "missing or disabled");
        refuses(
                () -> assertion.logIsUnique("domain_event_entry_aggregate_sequence"),
                "same version");
        refuses(assertion::positionsAreNotCached, "CACHE 1");
    }

    private static void refuses(Runnable check, String reason) {
        assertThatThrownBy(check::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Daybook does not start")
                .hasMessageContaining(reason);
    }
}
