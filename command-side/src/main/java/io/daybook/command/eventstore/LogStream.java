package io.daybook.command.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * One reader of the log. Reads privately until it has caught up with the shared ring, then follows
 * the ring; falls back to private reads when it was too slow. Used by one thread at a time, as
 * Axon's coordinators do, except for {@link #wake} and {@link #close}.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int CHUNK = 256;
    private static final long IDLE = Duration.ofSeconds(1).toNanos();
    private static final long OPEN_GAPS = Duration.ofMillis(20).toNanos();

    private final PostgresEventStorageEngine engine;
    private final EventRing ring;
    private final Consumer<LogStream> onClose;
    private final Queue<TailBatch.Row> rows = new ArrayDeque<>();
    private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private LogPosition position;
    private OptionalLong cursor = OptionalLong.empty();
    private long changesAtLastRead = -1;
    private long nextPrivateRead = System.nanoTime();
    private volatile boolean closed;
    private volatile Runnable callback = () -> {};

    LogStream(
            PostgresEventStorageEngine engine,
            EventRing ring,
            LogPosition start,
            Consumer<LogStream> onClose) {
        this.engine = engine;
        this.ring = ring;
        this.position = start;
        this.onClose = onClose;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.of(ready.element()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            var changes = ring.changes();
            if (fill()) {
                return true;
            }
            var left = deadline - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            ring.awaitChange(changes, Math.min(left, pause()));
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (closed) {
                throw new NoSuchElementException("The stream is closed");
            }
        }
        return ready.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback = onAvailable;
        // Events may have come between opening the stream and this call.
        onAvailable.run();
        return true;
    }

    void wake() {
        callback.run();
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }

    private boolean fill() {
        while (ready.isEmpty()) {
            if (rows.isEmpty() && (closed || !fetch())) {
                return false;
            }
            var row = rows.poll();
            if (row != null) {
                position = position.after(row.index(), row.settled());
                var token = position.token();
                row.events().forEach(event -> ready.add(event.withTrackingToken(token)));
            }
        }
        return true;
    }

    /** False when there is nothing to read for now. */
    private boolean fetch() {
        if (cursor.isPresent() || joinRing()) {
            var chunk = ring.from(cursor.getAsLong(), CHUNK);
            if (chunk.isPresent()) {
                return follow(chunk.get());
            }
            cursor = OptionalLong.empty();
        }
        return readPrivately();
    }

    private boolean joinRing() {
        cursor = ring.cursorFor(position);
        return cursor.isPresent();
    }

    private boolean follow(List<TailBatch.Row> chunk) {
        cursor = OptionalLong.of(cursor.getAsLong() + chunk.size());
        chunk.stream().filter(row -> !position.hasSeen(row.index())).forEach(rows::add);
        return !chunk.isEmpty();
    }

    private boolean readPrivately() {
        var changes = ring.changes();
        if (changes == changesAtLastRead && nextPrivateRead - System.nanoTime() > 0) {
            return false;
        }
        var batch = engine.readAfter(position);
        if (batch.rows().isEmpty()) {
            position = batch.end();
            changesAtLastRead = changes;
            nextPrivateRead = System.nanoTime() + pause();
            return joinRing();
        }
        rows.addAll(batch.rows());
        return true;
    }

    private long pause() {
        return position.hasGaps() ? OPEN_GAPS : IDLE;
    }
}
