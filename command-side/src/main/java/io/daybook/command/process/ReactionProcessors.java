package io.daybook.command.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/** Builds the processor of each group of reactions when Axon asks for it. */
final class ReactionProcessors implements AutoCloseable {

    private static final int CLAIM_INTERVAL_MILLIS = 1000;
    private static final int CLAIM_EXTENSION_MILLIS = 3000;

    private final Function<String, ParkedSequences> parked;
    private final int segments;
    private final int batchSize;
    private final Map<String, ReactionInvoker> invokers = new ConcurrentHashMap<>();
    private final List<ExecutorService> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService reactions =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("reaction-", 1).factory());

    /**
     * @param segments how many batches of a group can be under way at once, over all nodes
     * @param batchSize events whose reactions run side by side
     */
    ReactionProcessors(Function<String, ParkedSequences> parked, int segments, int batchSize) {
        this.parked = parked;
        this.segments = segments;
        this.batchSize = batchSize;
    }

    PooledStreamingEventProcessor build(
            String group,
            Configuration axon,
            EventHandlerInvoker handlers,
            StreamableMessageSource<TrackedEventMessage<?>> source) {
        var invoker =
                new ReactionInvoker(handlers, parked.apply(group), OrderSequence::of, reactions);
        invokers.put(group, invoker);
        return PooledStreamingEventProcessor.builder()
                .name(group)
                .eventHandlerInvoker(invoker)
                .messageSource(source)
                .tokenStore(axon.getComponent(TokenStore.class))
                .transactionManager(axon.getComponent(TransactionManager.class))
                .spanFactory(axon.getComponent(EventProcessorSpanFactory.class))
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .coordinatorExecutor(this::coordinator)
                .workerExecutor(this::workers)
                // Effects belong to what happens from now on; history is never acted upon again.
                .initialToken(StreamableMessageSource::createHeadToken)
                .initialSegmentCount(segments)
                .batchSize(batchSize)
                .enableCoordinatorClaimExtension()
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                .build();
    }

    /** Nothing before Axon has built the processor. */
    Optional<ReactionInvoker> invoker(String group) {
        return Optional.ofNullable(invokers.get(group));
    }

    private ScheduledExecutorService coordinator(String group) {
        var thread = new CoordinatorThread(group);
        threads.add(thread);
        return thread;
    }

    private ScheduledExecutorService workers(String group) {
        var workers = new WorkerThreads(group, segments);
        threads.add(workers);
        return workers;
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
        reactions.shutdownNow();
    }
}
