package io.daybook.command.bus;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what is waiting to threads, in batches: each thread takes what has come while it was busy.
 * A key is in one batch at a time and its tasks stay in order, so that a hot key waits here, where
 * it holds no thread. Urgent tasks go first.
 *
 * @param <T> a task
 */
final class KeyedBatches<T> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KeyedBatches.class);

    private static final long LONGEST_GATHERING = Duration.ofMillis(4).toNanos();

    private final int capacity;
    private final int batchSize;
    private final Function<List<T>, Runnable> handler;
    private final ExecutorService threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** The keys that have tasks waiting or running. */
    private final Map<String, Key<T>> keys = new HashMap<>();

    private final ArrayDeque<Key<T>> urgent = new ArrayDeque<>();
    private final ArrayDeque<Key<T>> ready = new ArrayDeque<>();
    private int waiting;
    private int running;
    private int batches;
    private long lastStart;
    private boolean closed;

    private static final class Key<T> {
        private final String name;
        private final ArrayDeque<T> urgent = new ArrayDeque<>(1);
        private final ArrayDeque<T> others = new ArrayDeque<>(1);
        private boolean running;

        Key(String name) {
            this.name = name;
        }

        boolean isEmpty() {
            return urgent.isEmpty() && others.isEmpty();
        }
    }

    /**
     * Starts the threads.
     *
     * @param capacity tasks that may wait; urgent ones do not count
     * @param batchSize tasks of one batch at most
     * @param handler gets each batch, and returns what is to be done when its keys are free again;
     *     what it throws is lost
     */
    KeyedBatches(
            int threads,
            int capacity,
            int batchSize,
            ThreadFactory factory,
            Function<List<T>, Runnable> handler) {
        this.capacity = capacity;
        this.batchSize = batchSize;
        this.handler = handler;
        this.threads = Executors.newFixedThreadPool(threads, factory);
        for (int i = 0; i < threads; i++) {
            this.threads.execute(this::work);
        }
    }

    /**
     * Queues a task behind the earlier ones of its key.
     *
     * @throws RejectedExecutionException when too many wait already
     */
    void submit(String name, boolean isUrgent, T task) {
        lock.lock();
        try {
            if (closed || (!isUrgent && waiting >= capacity)) {
                throw new RejectedExecutionException("too many commands are waiting");
            }
            Key<T> key = keys.computeIfAbsent(name, Key::new);
            boolean idle = key.isEmpty() && !key.running;
            if (isUrgent) {
                if (!key.running && key.urgent.isEmpty()) {
                    if (!idle) {
                        ready.remove(key);
                    }
                    urgent.add(key);
                }
                key.urgent.add(task);
            } else {
                waiting++;
                key.others.add(task);
                if (idle) {
                    ready.add(key);
                }
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        var taken = new ArrayList<Key<T>>();
        var batch = new ArrayList<T>();
        while (taken(taken, batch)) {
            Runnable afterwards = guarded(() -> handler.apply(List.copyOf(batch)));
            done(taken, batch.size());
            taken.clear();
            batch.clear();
            guarded(() -> {
                afterwards.run();
                return afterwards;
            });
        }
    }

    /** False when the queue is closed; an interruption without that means nothing. */
    private boolean taken(List<Key<T>> taken, List<T> batch) {
        while (true) {
            try {
                return take(taken, batch);
            } catch (InterruptedException e) {
                log.debug("Interrupted while waiting for commands");
            }
        }
    }

    /** Whatever happens, the thread has to live on. */
    private static Runnable guarded(Supplier<Runnable> step) {
        try {
            return step.get();
        } catch (RuntimeException | Error e) {
            log.error("A batch of commands failed", e);
            return () -> {};
        }
    }

    private boolean take(List<Key<T>> taken, List<T> batch) throws InterruptedException {
        lock.lock();
        try {
            while ((urgent.isEmpty() && ready.isEmpty()) || isGathering()) {
                if (closed) {
                    return false;
                }
                if (isGathering()) {
                    changed.awaitNanos(lastStart + LONGEST_GATHERING - System.nanoTime());
                } else {
                    changed.await();
                }
            }
            if (closed) {
                return false;
            }
            while (batch.size() < batchSize && !(urgent.isEmpty() && ready.isEmpty())) {
                Key<T> key = urgent.isEmpty() ? ready.remove() : urgent.remove();
                key.running = true;
                taken.add(key);
                move(key.urgent, batch);
                waiting -= move(key.others, batch);
            }
            running += batch.size();
            batches++;
            lastStart = System.nanoTime();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * While a batch is under way, the next one waits for company, but not for long: a commit that
     * hangs must not hold up everybody.
     */
    private boolean isGathering() {
        int keysAtHand = urgent.size() + ready.size();
        return batches > 0
                && keysAtHand > 0
                && keysAtHand < batchSize / 2
                && System.nanoTime() - lastStart < LONGEST_GATHERING;
    }

    private int move(ArrayDeque<T> tasks, List<T> batch) {
        int moved = Math.min(tasks.size(), batchSize - batch.size());
        for (int i = 0; i < moved; i++) {
            batch.add(tasks.remove());
        }
        return moved;
    }

    private void done(List<Key<T>> taken, int tasks) {
        lock.lock();
        try {
            running -= tasks;
            batches--;
            for (Key<T> key : taken) {
                key.running = false;
                if (key.isEmpty()) {
                    keys.remove(key.name);
                } else {
                    (key.urgent.isEmpty() ? ready : urgent).add(key);
                }
            }
            if (!(urgent.isEmpty() && ready.isEmpty())) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets what runs come to its end; what waits is given up. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
