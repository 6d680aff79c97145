package io.daybook.command.process;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tries reactions again that failed: a command that found no thread, a provider that did not know
 * yet. The first retry comes after one interval, later ones when the letter has rested as long as
 * it has existed, so that the pauses double.
 */
final class ParkedReactions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ParkedReactions.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Configuration axon;
    private final Duration interval;
    private volatile boolean running;
    private ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    ParkedReactions(Configuration axon, Duration interval) {
        this.axon = axon;
        this.interval = interval;
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
        for (String group :
                new String[] {
                    ProcessAutoConfiguration.ORDER_PROCESS,
                    ProcessAutoConfiguration.PAYMENT_PROVIDER
                }) {
            try {
                axon.eventProcessingConfiguration()
                        .sequencedDeadLetterProcessor(group)
                        .ifPresent(this::retry);
            } catch (RuntimeException e) {
                log.warn(
                        "Parked reactions of {} could not be tried again: {}", group, e.toString());
            }
        }
    }

    private void retry(SequencedDeadLetterProcessor<EventMessage<?>> letters) {
        Instant now = Instant.now();
        boolean more = true;
        while (running && more) {
            more = letters.process(letter -> isDue(letter, now));
        }
    }

    private boolean isDue(DeadLetter<? extends EventMessage<?>> letter, Instant now) {
        Duration existed = Duration.between(letter.enqueuedAt(), letter.lastTouched());
        Duration pause = existed.compareTo(interval) < 0 ? interval : existed;
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return !letter.lastTouched().plus(bounded).isAfter(now);
    }
}
