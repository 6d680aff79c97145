package io.daybook.command.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The most recent rows of the log, in the order in which the tail read them, shared by all streams.
 * A stream keeps a cursor; a row is addressed by how many rows were added before it.
 */
final class EventRing {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TailBatch.Row[] slots;
    private long oldest;
    private long next;
    private long changes;

    /** What the tail had seen before the oldest row; empty until the tail has found its start. */
    private Optional<LogPosition> floor = Optional.empty();

    EventRing(int capacity) {
        slots = new TailBatch.Row[capacity];
    }

    void startAt(LogPosition position) {
        lock.lock();
        try {
            // Leaves a hole, so that streams of an earlier start fall off and catch up privately.
            oldest = ++next;
            floor = Optional.of(position);
            signalChange();
        } finally {
            lock.unlock();
        }
    }

    void add(List<TailBatch.Row> rows) {
        lock.lock();
        try {
            for (var row : rows) {
                if (next - oldest == slots.length) {
                    var dropped = slot(oldest++);
                    floor = floor.map(before -> before.after(dropped.index(), dropped.settled()));
                }
                slots[(int) (next++ % slots.length)] = row;
            }
            signalChange();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Where a reader at {@code position} may go on from the ring: it must have seen all that the
     * tail had seen before the oldest row. It skips what it has seen already, so rows read out of
     * order are neither lost nor repeated.
     */
    OptionalLong cursorFor(LogPosition position) {
        lock.lock();
        try {
            return floor.filter(position::includes).isPresent()
                    ? OptionalLong.of(oldest)
                    : OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Up to {@code limit} rows from a cursor on; empty when the ring has moved past it. */
    Optional<List<TailBatch.Row>> from(long cursor, int limit) {
        lock.lock();
        try {
            if (cursor < oldest) {
                return Optional.empty();
            }
            var rows = new ArrayList<TailBatch.Row>();
            for (var at = cursor; at < next && rows.size() < limit; at++) {
                rows.add(slot(at));
            }
            return Optional.of(rows);
        } finally {
            lock.unlock();
        }
    }

    /** Grows with every change; see {@link #awaitChange}. */
    long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    void awaitChange(long since, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = nanos;
            while (changes == since && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void signalChange() {
        changes++;
        changed.signalAll();
    }

    private TailBatch.Row slot(long at) {
        return slots[(int) (at % slots.length)];
    }
}
