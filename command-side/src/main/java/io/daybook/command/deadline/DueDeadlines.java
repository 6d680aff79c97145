package io.daybook.command.deadline;

import io.daybook.command.bus.CommandLane;
import io.daybook.command.bus.Dispatch;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandBus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Sends the commands of deadlines that are due. Every node does; a claim in the table keeps a
 * deadline to one of them. A node that dies with its claim leaves the deadline to the others, and a
 * command that was sent twice takes effect once, because the entity knows whether it is over.
 */
final class DueDeadlines implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DueDeadlines.class);

    private static final int BATCH = 100;
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Later than this after its time, a deadline counts as overdue. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final DeadlineTable table;
    private final CommandBus commandBus;
    private final Clock clock;
    private final Duration interval;
    private final MeterRegistry meters;
    private final AtomicLong overdue = new AtomicLong();
    private @Nullable ScheduledExecutorService executor;

    DueDeadlines(
            DeadlineTable table,
            CommandBus commandBus,
            Clock clock,
            Duration interval,
            MeterRegistry meters) {
        this.table = table;
        this.commandBus = commandBus;
        this.clock = clock;
        this.interval = interval;
        this.meters = meters;
        Gauge.builder("daybook.deadlines.overdue", overdue::get)
                .description("deadlines that should have been met a minute ago or earlier")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        if (executor != null) {
            return;
        }
        executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("deadlines").factory());
        long millis = interval.toMillis();
        var rounds =
                executor.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
        assert !rounds.isDone();
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void round() {
        try {
            int met;
            do {
                met = meet();
            } while (met == BATCH && isRunning());
            Instant now = clock.instant();
            overdue.set(table.overdue(now.minus(GRACE), now.plus(LONGEST_PAUSE)));
        } catch (RuntimeException e) {
            // The next round tries again; a scheduled task that throws would never run again.
            log.warn(
                    "Deadlines could not be met: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    private int meet() {
        // To what the table keeps, or the claim would not be recognised.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = now.plus(CLAIM);
        List<Deadline> due = table.claim(now, until, BATCH);
        Map<Deadline, CompletableFuture<CommandResult>> answers = new HashMap<>();
        due.forEach(deadline -> answers.put(deadline, send(deadline, now)));
        due.forEach(deadline -> settle(deadline, answers.get(deadline), until));
        return due.size();
    }

    private CompletableFuture<CommandResult> send(Deadline deadline, Instant now) {
        var metadata = new HashMap<String, Object>();
        metadata.put(MetadataKeys.TENANT, deadline.tenant());
        metadata.put(MetadataKeys.ACTOR, "process:deadline");
        metadata.put(MetadataKeys.CAUSATION_ID, deadline.event());
        metadata.put(CommandLane.KEY, CommandLane.PROCESS);
        if (deadline.correlationId() != null) {
            metadata.put(MetadataKeys.CORRELATION_ID, deadline.correlationId());
        }
        return Dispatch.send(
                commandBus,
                deadline.commandId(),
                deadline.id().kind().command(deadline.id(), now),
                metadata);
    }

    private void settle(
            Deadline deadline, @Nullable CompletableFuture<CommandResult> answer, Instant until) {
        try {
            CommandResult result =
                    Objects.requireNonNull(answer).get(CLAIM.toMillis() / 2, TimeUnit.MILLISECONDS);
            switch (result) {
                case CommandResult.Accepted _ -> {
                    table.done(deadline, until);
                    count(deadline, "met");
                }
                case CommandResult.Refused refused
                        when "not-found".equals(refused.rejection().code()) -> {
                    table.done(deadline, until);
                    count(deadline, "gone");
                }
                case CommandResult.Refused refused ->
                        postpone(deadline, until, refused.rejection().code());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            postpone(deadline, until, NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    /**
     * A refusal may be right: the entity got more time, and the event that says so is on its way
     * here. If it is not, the gauge tells.
     */
    private void postpone(Deadline deadline, Instant until, String reason) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(deadline.attempts(), 20));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        table.postpone(deadline, until, clock.instant().plus(bounded), reason);
        count(deadline, "put-off");
        log.info("Deadline {} is put off: {}", deadline.id(), reason);
    }

    private void count(Deadline deadline, String outcome) {
        meters.counter(
                        "daybook.deadlines",
                        "kind",
                        deadline.id().kind().stored(),
                        "outcome",
                        outcome)
                .increment();
    }
}
