package io.daybook.projection.processing;

import static java.util.stream.Collectors.toMap;

import io.daybook.projection.Projector;
import io.daybook.projection.schema.ReadModelMigrations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterStatementFactory;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires what runs the projections, on nodes with that role. */
@AutoConfiguration(afterName = "io.daybook.command.eventstore.EventStoreAutoConfiguration")
@ConditionalOnExpression("'${daybook.roles:api,command,projection}'.contains('projection')")
@EnableConfigurationProperties(ProjectionProperties.class)
public class ProjectionAutoConfiguration {

    /**
     * One sequence, say of a stock item that sells well, may grow for as long as it takes to mend a
     * projection.
     */
    private static final int LONGEST_DEAD_SEQUENCE = 1_000_000;

    /** The projections of this node by their names. */
    record Projections(Map<String, LiveProjection> byName) {}

    record Meters(Map<String, ProjectionMetrics> byName) {}

    @Bean
    ProjectionThreads projectionThreads() {
        return ProjectionThreads.start();
    }

    @Bean
    Savepoints projectionSavepoints(
            PlatformTransactionManager transactionManager, DataSource dataSource) {
        return new Savepoints(transactionManager);
    }

    @Bean
    Projections projections(
            List<Projector> projectors,
            DeadLetterQueues queues,
            Savepoints savepoints,
            DataSource dataSource,
            Serializer serializer,
            ProjectionThreads threads) {
        var jdbc = new JdbcTemplate(dataSource);
        var stored = new StoredPositions(jdbc, serializer);
        var byName = new LinkedHashMap<String, LiveProjection>();
        for (var projector : projectors) {
            var name = projector.name();
            var deadLetters = new DeadLetters(name, queues.of(name), jdbc);
            var applier = new BatchApplier(projector, deadLetters, savepoints);
            var position = new LivePosition(name, stored, threads.callers());
            byName.put(name, new LiveProjection(projector, deadLetters, applier, position));
        }
        return new Projections(byName);
    }

    /** Makes the dead-letter queue of a projection. */
    @FunctionalInterface
    interface DeadLetterQueues {
        SequencedDeadLetterQueue<EventMessage<?>> of(String projection);
    }

    @Bean
    DeadLetterQueues projectionDeadLetterQueues(
            DeadLetterSchema schema,
            DeadLetterStatementFactory<EventMessage<?>> statements,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return projection ->
                JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(projection)
                        .schema(schema)
                        .statementFactory(statements)
                        .connectionProvider(connectionProvider)
                        .transactionManager(transactionManager)
                        .genericSerializer(serializer)
                        .eventSerializer(eventSerializer)
                        .maxSequenceSize(LONGEST_DEAD_SEQUENCE)
                        .build();
    }

    @Bean
    LiveProgress projectionProgress(Projections projections, ProjectionThreads threads) {
        var positions =
                projections.byName().values().stream()
                        .collect(toMap(LiveProjection::name, LiveProjection::position));
        return new LiveProgress(positions, threads.timer(), threads.callers());
    }

    @Bean
    ProjectionWatch projectionWatch(
            Projections projections,
            DataSource dataSource,
            ObjectProvider<Clock> clock,
            ProjectionThreads threads,
            ProjectionProperties properties) {
        return new ProjectionWatch(
                projections.byName().values(),
                new LogHead(new JdbcTemplate(dataSource)),
                clock.getIfAvailable(Clock::systemUTC),
                threads.watch(),
                properties.segments());
    }

    @Bean
    Meters projectionMeters(
            Projections projections,
            ProjectionWatch watch,
            ObjectProvider<MeterRegistry> registry,
            ObjectProvider<Clock> clock) {
        var meters = registry.getIfAvailable(SimpleMeterRegistry::new);
        var time = clock.getIfAvailable(Clock::systemUTC);
        return new Meters(
                projections.byName().keySet().stream()
                        .collect(
                                toMap(
                                        name -> name,
                                        name ->
                                                new ProjectionMetrics(
                                                        meters,
                                                        time,
                                                        name,
                                                        () -> watch.lagOf(name)))));
    }

    @Bean
    DeadLetterRetry deadLetterRetry(
            Projections projections,
            Meters meters,
            Savepoints savepoints,
            ProjectionProperties properties) {
        return new DeadLetterRetry(
                projections.byName().values(),
                meters.byName(),
                savepoints,
                properties.retryInterval());
    }

    @Bean
    RebuildTable rebuildTable(DataSource dataSource, ReadModelMigrations migrated) {
        return new RebuildTable(new JdbcTemplate(dataSource));
    }

    @Bean
    Rebuilds rebuilds(
            Projections projections,
            RebuildTable table,
            DataSource dataSource,
            Savepoints savepoints,
            TokenStore tokens) {
        return new Rebuilds(
                projections.byName().values(),
                table,
                new LogHead(new JdbcTemplate(dataSource)),
                savepoints,
                tokens);
    }

    @Bean
    LiveControl projectionControl(
            Projections projections,
            ProjectionWatch watch,
            Rebuilds rebuilds,
            ProjectionThreads threads) {
        return new LiveControl(projections.byName(), watch, rebuilds, threads.callers());
    }

    @Bean
    ProjectionProcessors projectionProcessors(
            Projections projections,
            Meters meters,
            LiveProgress progress,
            RebuildTable rebuilds,
            ProjectionProperties properties) {
        return new ProjectionProcessors(
                projections.byName(), meters.byName(), progress, rebuilds, properties);
    }

    /**
     * Registers each projection with Axon, which starts and stops the processor. Axon builds
     * processors only for event handlers that it knows, so the projector is registered as one; its
     * events reach it through our own invoker.
     */
    @Bean
    ConfigurerModule projectionModule(
            ObjectProvider<Projector> projectors,
            ObjectProvider<ProjectionProcessors> processors,
            @Qualifier("eventSource") ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> eventSource) {
        // Looked up late: sources and processors need the finished configuration, which this is a
        // part of.
        return configurer ->
                projectors.forEach(projector ->
                        configurer
                                .eventProcessing()
                                .registerEventHandler(_ -> projector)
                                .assignHandlerInstancesMatching(projector.name(), projector::equals)
                                .registerEventProcessor(
                                        projector.name(),
                                        (name, axon, _) ->
                                                processors
                                                        .getObject()
                                                        .build(
                                                                name,
                                                                axon,
                                                                eventSource.getIfAvailable(
                                                                        axon::eventStore))));
    }
}
