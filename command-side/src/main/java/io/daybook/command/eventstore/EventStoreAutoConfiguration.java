package io.daybook.command.eventstore;

import io.daybook.command.database.DatabaseAutoConfiguration;
import io.daybook.command.database.ExclusiveDatabase;
import io.daybook.command.serialization.SerializationAutoConfiguration;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterStatementFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.LoggingQueryInvocationErrorHandler;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryInvocationErrorHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Wires Axon onto our log: by hand, because on Spring Boot 4 Axon's own auto-configuration silently
 * falls back to an event bus in memory and to no transactions at all.
 */
@AutoConfiguration(
        after = {DatabaseAutoConfiguration.class, SerializationAutoConfiguration.class},
        before = {
            JdbcAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            AxonAutoConfiguration.class
        },
        // This one can only be named: its module is not on every class path.
        beforeName = "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration")
public class EventStoreAutoConfiguration {

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(15);

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    NodeId nodeId() {
        return NodeId.ofThisStart();
    }

    @Bean
    @DependsOn("eventStoreMigrations")
    TokenStore tokenStore(
            DataSource dataSource,
            Serializer serializer,
            NodeId nodeId,
            ObjectProvider<ExclusiveDatabase> exclusive) {
        var store = new FencedTokenStore(dataSource, serializer, nodeId, CLAIM_TIMEOUT);
        // What is claimed was claimed by a start that was killed, and would stand still until the
        // claim runs out.
        exclusive.ifAvailable(_ -> store.releaseAll());
        return store;
    }

    @Bean
    DeadLetterStatementFactory<EventMessage<?>> deadLetterStatements(
            DeadLetterSchema schema,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return new DeadLetterStatements(schema, serializer, eventSerializer);
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return DeadLetterSchema.builder()
                .deadLetterTable("daybook.dead_letter_entry")
                .deadLetterIdentifierColumn("dead_letter_identifier")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_identifier")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .aggregateTypeColumn("type")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
    }

    /**
     * Without transactions: queries read through R2DBC, and a JDBC connection per query would be
     * held for nothing.
     */
    @Bean
    @Qualifier("localSegment") SimpleQueryBus queryBus(Configuration axon) {
        return SimpleQueryBus.builder()
                .messageMonitor(axon.messageMonitor(QueryBus.class, "queryBus"))
                .transactionManager(NoTransactionManager.instance())
                .errorHandler(
                        axon.getComponent(
                                QueryInvocationErrorHandler.class,
                                () -> LoggingQueryInvocationErrorHandler.builder().build()))
                .queryUpdateEmitter(axon.getComponent(QueryUpdateEmitter.class))
                .spanFactory(axon.getComponent(QueryBusSpanFactory.class))
                .build();
    }

    /** What takes the place of what is in {@link OnPostgres}. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
    static class OnAxonServer {

        @Bean
        EntityHistory entityHistory(Configuration axon) {
            // Asked late: the event store is not finished when this is made.
            return EntityHistory.replayed(entity -> axon.eventStore().readEvents(entity, 0));
        }
    }

    /** The log itself; steps aside when Axon Server keeps it. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(
            name = "axon.axonserver.enabled",
            havingValue = "false",
            matchIfMissing = true)
    static class OnPostgres {

        @Bean
        AppendSignal appendSignal() {
            return new AppendSignal();
        }

        @Bean
        @DependsOn("eventStoreMigrations")
        PostgresEventStorageEngine eventStorageEngine(
                DataSource dataSource,
                TransactionManager transactionManager,
                Configuration axon,
                @Qualifier("eventSerializer") Serializer eventSerializer,
                AppendSignal appendSignal) {
            var serialization =
                    new EventSerialization(
                            eventSerializer,
                            axon.serializer(),
                            axon.upcasterChain(),
                            axon.snapshotFilter());
            return new PostgresEventStorageEngine(
                    dataSource, transactionManager, serialization, appendSignal);
        }

        @Bean
        GroupLog groupLog(PostgresEventStorageEngine engine) {
            return engine.groups();
        }

        @Bean
        @Qualifier("eventStore") EmbeddedEventStore eventStore(EventStorageEngine engine, Configuration axon) {
            return EmbeddedEventStore.builder()
                    .storageEngine(engine)
                    .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                    .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                    .build();
        }

        @Bean
        NotifyingEventSource eventSource(
                PostgresEventStorageEngine engine,
                AppendSignal signal,
                JdbcConnectionDetails database,
                NodeId nodeId) {
            return new NotifyingEventSource(engine, signal, dedicatedConnections(database), nodeId);
        }

        /** Outside the pool: these connections live as long as the process. */
        private static ConnectionProvider dedicatedConnections(JdbcConnectionDetails database) {
            var properties = new Properties();
            properties.setProperty("ApplicationName", "daybook-notifications");
            properties.setProperty("connectTimeout", "5");
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("user", database.getUsername());
            properties.setProperty("password", database.getPassword());
            return () -> DriverManager.getConnection(database.getJdbcUrl(), properties);
        }

        @Bean
        ConfigurerModule processorsReadTheEventSource(
                ObjectProvider<NotifyingEventSource> eventSource) {
            // Looked up late: the source needs the finished configuration, which this is a part of.
            return configurer ->
                    configurer
                            .eventProcessing()
                            .configureDefaultStreamableMessageSource(
                                    axon -> eventSource.getObject());
        }

        @Bean
        EventStoreAssertion eventStoreAssertion(
                TransactionManager transactionManager,
                EventBus eventBus,
                EventStorageEngine engine,
                Serializer serializer,
                DataSource dataSource) {
            return new EventStoreAssertion(
                    transactionManager, eventBus, engine, serializer, dataSource);
        }
    }
}
