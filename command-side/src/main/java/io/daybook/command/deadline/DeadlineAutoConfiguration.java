package io.daybook.command.deadline;

import io.daybook.command.bus.CommandBusAutoConfiguration;
import io.daybook.command.process.CoordinatorThread;
import io.daybook.command.time.ClockAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the deadlines: their table, what feeds it from the log, and what sends their commands. */
@AutoConfiguration(after = {ClockAutoConfiguration.class, CommandBusAutoConfiguration.class})
@ConditionalOnExpression("'${daybook.roles:api,command,projection}'.contains('command')")
public class DeadlineAutoConfiguration {

    private static final String GROUP = "deadlines";
    private static final int BATCH = 1000;

    @Bean
    DeadlineTable deadlineTable(JdbcClient jdbc) {
        return new DeadlineTable(jdbc);
    }

    @Bean
    DeadlineFeed deadlineFeed(DeadlineTable table) {
        return new DeadlineFeed(table);
    }

    @Bean
    DueDeadlines dueDeadlines(
            DeadlineTable table,
            CommandBus commandBus,
            Clock clock,
            MeterRegistry meters,
            @Value("${daybook.deadlines.interval:500ms}") Duration interval) {
        return new DueDeadlines(table, commandBus, clock, interval, meters);
    }

    @Bean
    DeadlineThreads deadlineThreads() {
        return new DeadlineThreads(new CoordinatorThread(GROUP), new FeedThread(GROUP));
    }

    /** Not beans of their own: an executor among the beans is taken for the program's. */
    record DeadlineThreads(CoordinatorThread coordinator, FeedThread worker)
            implements AutoCloseable {

        @Override
        public void close() {
            coordinator.shutdownNow();
            worker.shutdownNow();
        }
    }

    /**
     * Axon builds processors only for event handlers that it knows, so the feed is registered as
     * one.
     */
    @Bean
    ConfigurerModule deadlines(
            DeadlineFeed feed,
            DeadlineThreads threads,
            @Qualifier("eventSource") ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> eventSource) {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerEventHandler(_ -> feed)
                        .assignHandlerInstancesMatching(GROUP, feed::equals)
                        .registerEventProcessor(
                                GROUP,
                                (name, axon, _) ->
                                        processor(
                                                name,
                                                axon,
                                                feed,
                                                threads,
                                                eventSource.getIfAvailable(axon::eventStore)));
    }

    private static PooledStreamingEventProcessor processor(
            String name,
            Configuration axon,
            DeadlineFeed feed,
            DeadlineThreads threads,
            StreamableMessageSource<TrackedEventMessage<?>> source) {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(feed)
                .messageSource(source)
                .tokenStore(axon.getComponent(TokenStore.class))
                .transactionManager(axon.getComponent(TransactionManager.class))
                .spanFactory(axon.getComponent(EventProcessorSpanFactory.class))
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .coordinatorExecutor(threads.coordinator())
                .workerExecutor(threads.worker())
                // The whole log: a deadline that an event set before this reader began still holds.
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .tokenClaimInterval(1000)
                .claimExtensionThreshold(3000)
                .build();
    }
}
