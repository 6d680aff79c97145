package io.daybook.command.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers the log to all processors of this node within milliseconds. One thread reads the tail
 * once for all, puts it into a ring and only then tells the streams; telling them earlier would
 * lose wake-ups.
 */
public final class NotifyingEventSource
        implements StreamableMessageSource<TrackedEventMessage<?>>, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NotifyingEventSource.class);

    /**
     * A second or two of a busy day; who is further behind reads from the store. More of them would
     * outlive the young generation, and each would cost a part of a whole collection.
     */
    private static final int CAPACITY = 2048;

    private static final Duration IDLE_POLL = Duration.ofSeconds(1);
    private static final Duration GAP_POLL = Duration.ofMillis(20);

    /** Between two looks, so that one look finds what several commands appended. */
    private static final long LONGEST_REST = Duration.ofMillis(6).toNanos();

    private static final Duration LONGEST_OUTAGE_POLL = Duration.ofSeconds(5);

    private final PostgresEventStorageEngine engine;
    private final Supplier<PeerNotifications> peerConnector;
    private final EventRing ring = new EventRing(CAPACITY);
    private final Set<LogStream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore wakeUps = new Semaphore(0);
    private @Nullable Thread tail;
    private volatile @Nullable PeerNotifications peers;
    private volatile long head;

    NotifyingEventSource(
            PostgresEventStorageEngine engine,
            AppendSignal signal,
            ConnectionProvider connections,
            NodeId node) {
        this.engine = engine;
        this.peerConnector = () -> new PeerNotifications(connections, node, this::wake);
        signal.subscribe(this::appendedHere);
    }

    /**
     * The highest index that this node has seen; zero before the first look and for an empty log.
     */
    public long head() {
        return head;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(
            @Nullable TrackingToken trackingToken) {
        start();
        var stream = new LogStream(engine, ring, LogPosition.of(trackingToken), streams::remove);
        streams.add(stream);
        return stream;
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    @Override
    public synchronized void start() {
        if (tail == null) {
            tail = Thread.ofPlatform().daemon().name("daybook-tail").start(this::followTail);
            var connector = peerConnector.get();
            connector.start();
            peers = connector;
        }
    }

    @Override
    public synchronized void stop() {
        if (peers != null) {
            peers.close();
            peers = null;
        }
        if (tail != null) {
            tail.interrupt();
            try {
                tail.join(IDLE_POLL);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            }
            tail = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return tail != null;
    }

    /**
     * Starts before the processors and stops after them; they run in Axon's phases, near the
     * highest.
     */
    @Override
    public int getPhase() {
        return 0;
    }

    private void appendedHere() {
        wake();
        var connector = peers;
        if (connector != null) {
            connector.appended();
        }
    }

    private void wake() {
        wakeUps.release();
    }

    private void followTail() {
        var outage = GAP_POLL;
        @Nullable LogPosition position = null;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                position = position == null ? findStart() : readOn(position);
                outage = GAP_POLL;
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | Error failure) { // nobody would read the log any more
                outage =
                        Duration.ofMillis(
                                Math.min(2 * outage.toMillis(), LONGEST_OUTAGE_POLL.toMillis()));
                log.warn(
                        "Cannot read the log, trying again in {} ms: {}",
                        outage.toMillis(),
                        failure.toString());
                if (!await(outage)) {
                    return;
                }
            }
        }
    }

    private LogPosition findStart() {
        var start = LogPosition.of(engine.createHeadToken());
        head = start.index();
        ring.startAt(start);
        tellStreams();
        return start;
    }

    private LogPosition readOn(LogPosition position) throws InterruptedException {
        var start = System.nanoTime();
        var batch = engine.readAfter(position);
        var end = System.nanoTime();
        head = batch.end().index();
        if (!batch.rows().isEmpty()) {
            ring.add(batch.rows());
            tellStreams();
        }
        if (!batch.full()) {
            var pause = batch.end().hasGaps() ? GAP_POLL : IDLE_POLL;
            if (wakeUps.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                rest(end, end - start);
                wakeUps.drainPermits();
            }
        }
        return batch.end();
    }

    /** The busier the database, the longer: three times as long as the last look took. */
    private static void rest(long end, long took) throws InterruptedException {
        var restedAt = end + Math.min(3 * took, LONGEST_REST);
        TimeUnit.NANOSECONDS.sleep(restedAt - System.nanoTime());
    }

    private void tellStreams() {
        for (var stream : streams) {
            try {
                stream.wake();
            } catch (RuntimeException failure) {
                log.warn("A stream could not be told about new events: {}", failure.toString());
            }
        }
    }

    private static boolean await(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
