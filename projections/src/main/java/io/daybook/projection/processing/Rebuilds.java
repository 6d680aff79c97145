package io.daybook.projection.processing;

import io.daybook.domain.projection.RebuildStatus;
import io.daybook.projection.processing.RebuildTable.Rebuild;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Builds projections again from the first event. Each step is recorded, so that a rebuild goes on
 * after a restart: first that it is wanted; then, in the transaction that empties the tables, that
 * this is done; last, that it has caught up.
 */
final class Rebuilds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
    private static final long CHECK_MILLIS = 100;
    private static final long RETRY_MILLIS = 1000;
    private static final long LOOK_MILLIS = 1000;

    /**
     * Emptying needs a moment without readers, which a long report may deny, and without other
     * nodes.
     */
    private static final int ATTEMPTS = 20;

    private final Collection<LiveProjection> projections;
    private final RebuildTable table;
    private final LogHead head;
    private final Savepoints savepoints;
    private final TokenStore tokens;
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("projection-rebuild").factory());
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private boolean running;

    Rebuilds(
            Collection<LiveProjection> projections,
            RebuildTable table,
            LogHead head,
            Savepoints savepoints,
            TokenStore tokens) {
        this.projections = projections;
        this.table = table;
        this.head = head;
        this.savepoints = savepoints;
        this.tokens = tokens;
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Returns the rebuild that is running, which may be an older one. */
    RebuildStatus request(LiveProjection projection) {
        var id = "rbd_" + UUID.randomUUID();
        while (true) {
            if (table.add(id, projection.name(), head.position())) {
                follow(projection, id);
            }
            var found =
                    table.running(projection.name()).or(() -> table.find(projection.name(), id));
            if (found.isPresent()) {
                return statusOf(found.get(), projection);
            }
        }
    }

    Optional<RebuildStatus> find(LiveProjection projection, String id) {
        return table.find(projection.name(), id).map(rebuild -> statusOf(rebuild, projection));
    }

    boolean isRunning(LiveProjection projection) {
        return table.running(projection.name()).isPresent();
    }

    /**
     * Every node follows every rebuild: to empty the tables, all must let go of the projection for
     * a moment.
     */
    private void look() {
        try {
            for (var projection : projections) {
                table.running(projection.name())
                        .ifPresent(rebuild -> follow(projection, rebuild.id()));
            }
        } catch (RuntimeException failure) {
            log.warn("Cannot tell which rebuilds are wanted: {}", failure.toString());
        }
        later(LOOK_MILLIS, this::look);
    }

    private void follow(LiveProjection projection, String id) {
        if (followed.add(id)) {
            later(0, () -> step(projection, id, 1));
        }
    }

    private void step(LiveProjection projection, String id, int attempt) {
        try {
            var rebuild = table.find(projection.name(), id).filter(Rebuild::isRunning);
            if (rebuild.isEmpty()) {
                startAgain(projection);
            } else if (!rebuild.get().emptied()) {
                tryToEmpty(projection, id, attempt);
            } else if (startAgain(projection) && hasCaughtUp(projection, rebuild.get())) {
                table.finish(id, RebuildStatus.Status.COMPLETED);
                log.info("{} is built again", projection.name());
            } else {
                later(CHECK_MILLIS, () -> step(projection, id, attempt));
            }
        } catch (RuntimeException failure) {
            log.warn(
                    "Cannot tell how far the rebuild of {} is: {}",
                    projection.name(),
                    failure.toString());
            later(RETRY_MILLIS, () -> step(projection, id, attempt));
        }
    }

    private static boolean hasCaughtUp(LiveProjection projection, Rebuild rebuild) {
        return projection.position().exact().index() >= rebuild.total();
    }

    private void tryToEmpty(LiveProjection projection, String id, int attempt) {
        try {
            savepoints.inTransaction(() -> {
                projection.processor().shutDown();
                if (table.lockBeforeEmptying(id)) {
                    empty(projection);
                }
            });
            later(CHECK_MILLIS, () -> step(projection, id, attempt));
        } catch (UnableToClaimTokenException otherNode) {
            again(projection, id, attempt, otherNode);
        } catch (RuntimeException failure) {
            startAgain(projection);
            again(
                    projection,
                    id,
                    TransientFailures.includes(failure) ? attempt : ATTEMPTS,
                    failure);
        }
    }

    private void again(
            LiveProjection projection, String id, int attempt, RuntimeException failure) {
        if (attempt < ATTEMPTS) {
            log.info("{} cannot be emptied right now: {}", projection.name(), failure.toString());
            later(RETRY_MILLIS, () -> step(projection, id, attempt + 1));
        } else if (isRunning()) {
            log.error("{} cannot be built again", projection.name(), failure);
            table.finish(id, RebuildStatus.Status.FAILED);
            startAgain(projection);
        }
    }

    private void empty(LiveProjection projection) {
        // Takes part in the transaction around: tables, dead letters, tokens and the record change
        // together.
        projection.processor().resetTokens();
        // The reset claims all segments; if this node stops now, the next one should not wait for
        // that to expire.
        for (var segment : tokens.fetchSegments(projection.name())) {
            tokens.releaseClaim(projection.name(), segment);
        }
    }

    /** False when this node stops. */
    private synchronized boolean startAgain(LiveProjection projection) {
        if (running && !projection.processor().isRunning()) {
            projection.processor().start();
        }
        return running;
    }

    /** What is not done when this node stops is left to the next start. */
    @SuppressWarnings("FutureReturnValueIgnored") // each step records its own outcome
    private synchronized void later(long millis, Runnable step) {
        if (running) {
            executor.schedule(step, millis, TimeUnit.MILLISECONDS);
        }
    }

    private static RebuildStatus statusOf(Rebuild rebuild, LiveProjection projection) {
        var total = rebuild.total();
        var done = rebuild.status() == RebuildStatus.Status.COMPLETED;
        var reached =
                rebuild.emptied() ? Math.min(projection.position().exact().index(), total) : 0;
        var processed = done ? total : reached;
        var millis =
                Math.max(1, Duration.between(rebuild.startedAt(), rebuild.seenAt()).toMillis());
        var perSecond = processed * 1000 / millis;
        return new RebuildStatus(
                rebuild.id(),
                rebuild.projection(),
                rebuild.status(),
                processed,
                total,
                total == 0 ? 100 : Math.toIntExact(processed * 100 / total),
                perSecond,
                perSecond == 0 ? 0 : (total - processed) / perSecond,
                null,
                rebuild.startedAt(),
                rebuild.finishedAt());
    }

    /** Goes on with what was running when this node stopped. */
    @Override
    public synchronized void start() {
        running = true;
        later(0, this::look);
    }

    @Override
    public void stop() {
        synchronized (this) {
            running = false;
        }
        Shutdown.gently(executor);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
