package io.daybook.projection.processing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/** Builds the processor of each projection when Axon asks for it. */
final class ProjectionProcessors implements AutoCloseable {

    private static final int CLAIM_INTERVAL_MILLIS = 1000;
    private static final Duration OLD = Duration.ofSeconds(1);
    private static final int CLAIM_EXTENSION_MILLIS = 1000;

    private final Map<String, LiveProjection> projections;
    private final Map<String, ProjectionMetrics> metrics;
    private final LiveProgress progress;
    private final RebuildTable rebuilds;
    private final ProjectionProperties properties;
    private final List<ExecutorService> executors = new CopyOnWriteArrayList<>();

    ProjectionProcessors(
            Map<String, LiveProjection> projections,
            Map<String, ProjectionMetrics> metrics,
            LiveProgress progress,
            RebuildTable rebuilds,
            ProjectionProperties properties) {
        this.projections = projections;
        this.metrics = metrics;
        this.progress = progress;
        this.rebuilds = rebuilds;
        this.properties = properties;
    }

    PooledStreamingEventProcessor build(
            String name,
            Configuration axon,
            StreamableMessageSource<TrackedEventMessage<?>> source) {
        var projection = Objects.requireNonNull(projections.get(name));
        var coordinator = new CoordinatorThread(name);
        var workers = new WorkerThreads(name, properties.segments());
        executors.addAll(List.of(coordinator, workers));
        var processor =
                PooledStreamingEventProcessor.builder()
                        .name(name)
                        .eventHandlerInvoker(invoker(projection, workers))
                        .messageSource(source)
                        .tokenStore(axon.getComponent(TokenStore.class))
                        .transactionManager(axon.getComponent(TransactionManager.class))
                        .spanFactory(axon.getComponent(EventProcessorSpanFactory.class))
                        .errorHandler(PropagatingErrorHandler.INSTANCE)
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(workers)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .initialSegmentCount(properties.segments())
                        .batchSize(properties.batchSize())
                        .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                        .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                        .build();
        projection.runBy(processor);
        return processor;
    }

    @Override
    public void close() {
        executors.forEach(ExecutorService::shutdownNow);
    }

    private ProjectionInvoker invoker(LiveProjection projection, WorkerThreads workers) {
        return new ProjectionInvoker(
                projection.projector(),
                projection.applier(),
                projection.deadLetters(),
                listener(
                        projection,
                        Objects.requireNonNull(metrics.get(projection.name())),
                        workers),
                () -> rebuilds.emptied(projection.name()));
    }

    /** While a projection catches up, in a rebuild for example, its batches need not be full. */
    private static boolean isOld(List<IncomingEvent> batch) {
        var recordedAt = batch.getLast().message().getTimestamp();
        return recordedAt.isBefore(GenericEventMessage.clock.instant().minus(OLD));
    }

    private ProjectionInvoker.BatchListener listener(
            LiveProjection projection, ProjectionMetrics meters, WorkerThreads workers) {
        return new ProjectionInvoker.BatchListener() {

            @Override
            public void committed(List<IncomingEvent> batch) {
                projection.recovered();
                meters.committed(batch);
                workers.behind(batch.size() >= properties.batchSize() || isOld(batch));
                progress.committed(projection.name(), batch);
            }

            @Override
            public void failed(Throwable cause) {
                projection.failed(cause);
            }

            @Override
            public void ended() {
                progress.advanced();
            }
        };
    }
}
