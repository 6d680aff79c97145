package io.daybook.command.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tries reactions again that failed: a command that found no thread, a provider that did not know
 * yet. The first retry comes after one interval, later ones when the letter has rested as long as
 * it has existed, so that the pauses double.
 */
final class ParkedReactions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ParkedReactions.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** How long the queue keeps a letter for the process that is trying it. */
    static final Duration CLAIM = Duration.ofSeconds(30);

    private final Configuration axon;
    private final TokenStore tokens;
    private final ReactionProcessors processors;
    private final ParkedTable table;
    private final Clock clock;
    private final Duration interval;
    private final Map<String, Long> parked = new ConcurrentHashMap<>();
    private volatile boolean running;
    private ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    ParkedReactions(
            Configuration axon,
            TokenStore tokens,
            ReactionProcessors processors,
            ParkedTable table,
            Clock clock,
            Duration interval,
            MeterRegistry meters) {
        this.axon = axon;
        this.tokens = tokens;
        this.processors = processors;
        this.table = table;
        this.clock = clock;
        this.interval = interval;
        for (String group : ProcessAutoConfiguration.GROUPS) {
            Gauge.builder("daybook.processes.parked", () -> parked.getOrDefault(group, 0L))
                    .description("reactions that failed and are tried again")
                    .tag("group", group)
                    .register(meters);
        }
    }

    @Override
    public void start() {
        executor.shutdownNow();
        executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("parked-reactions").factory());
        long millis = interval.toMillis();
        var retries =
                executor.scheduleWithFixedDelay(this::retry, millis, millis, TimeUnit.MILLISECONDS);
        running = !retries.isDone();
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void retry() {
        for (String group : ProcessAutoConfiguration.GROUPS) {
            try {
                table.releaseAhead(group, clock.instant().plus(CLAIM));
                processors.invoker(group).ifPresent(this::retry);
                parked.put(group, table.count(group));
                nudge(group);
            } catch (RuntimeException e) {
                log.warn(
                        "Parked reactions of {} could not be tried again: {}",
                        group,
                        NestedExceptionUtils.getMostSpecificCause(e).toString());
            }
        }
    }

    /** Each letter that is due once, also after one that failed again. */
    private void retry(ReactionInvoker reactions) {
        // The queue keeps times to the millisecond: cut as well, or a letter would be tried twice
        // in its own millisecond.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var tried = new HashSet<String>();
        var found = new AtomicBoolean(true);
        while (running && found.getAndSet(false)) {
            reactions.retry(letter -> {
                boolean due = isDue(letter, now) && tried.add(letter.message().getIdentifier());
                found.compareAndSet(false, due);
                return due;
            });
        }
    }

    private boolean isDue(DeadLetter<? extends EventMessage<?>> letter, Instant now) {
        Duration existed = Duration.between(letter.enqueuedAt(), letter.lastTouched());
        Duration pause = existed.compareTo(interval) < 0 ? interval : existed;
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        Duration rested = Duration.between(letter.lastTouched(), now);
        // Touched by a clock that was ahead: nobody waits until this one gets there.
        boolean isAhead = rested.compareTo(interval.negated()) < 0;
        return isAhead || rested.compareTo(bounded) >= 0;
    }

    /**
     * Axon keeps a segment that failed, for example with the database, aside for up to a minute;
     * claiming it by hand ends that.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // if it does not help, the next look claims again
    private void nudge(String group) {
        axon.eventProcessingConfiguration()
                .eventProcessor(group, PooledStreamingEventProcessor.class)
                .filter(PooledStreamingEventProcessor::isRunning)
                .ifPresent(processor -> {
                    for (int segment : tokens.fetchSegments(group)) {
                        if (!processor.processingStatus().containsKey(segment)) {
                            processor.claimSegment(segment);
                        }
                    }
                });
    }
}
