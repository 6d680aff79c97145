package io.daybook.command.bus;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pool that runs tasks of the same key one after the other and in order. Commands on one entity
 * exclude each other anyway: waiting here instead of at the entity's lock, they hold no thread, so
 * a hot entity leaves the others their threads. After each task the next of its key goes to the end
 * of the pool's queue.
 */
final class KeyedLane implements AutoCloseable {

    private final ThreadPoolExecutor pool;
    private final int capacity;
    private final AtomicInteger waiting = new AtomicInteger();

    /** For each key that has a task in the pool, the tasks behind it. */
    private final ConcurrentHashMap<String, Queue<Runnable>> behind = new ConcurrentHashMap<>();

    /**
     * Starts the threads as they are needed.
     *
     * @param capacity tasks that may wait
     */
    KeyedLane(int threads, int capacity, ThreadFactory factory) {
        this.capacity = capacity;
        this.pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        factory);
    }

    /**
     * Runs the task when every earlier one of its key has ended.
     *
     * @throws RejectedExecutionException when too many wait already
     */
    void execute(String key, Runnable task) {
        if (waiting.incrementAndGet() > capacity) {
            waiting.decrementAndGet();
            throw new RejectedExecutionException("too many commands are waiting");
        }
        behind.compute(
                key,
                (_, queue) -> {
                    if (queue == null) {
                        submit(key, task);
                        return new ArrayDeque<>();
                    }
                    queue.add(task);
                    return queue;
                });
    }

    int waiting() {
        return waiting.get();
    }

    int running() {
        return pool.getActiveCount();
    }

    private void submit(String key, Runnable task) {
        pool.execute(() -> {
            waiting.decrementAndGet();
            try {
                task.run();
            } finally {
                next(key);
            }
        });
    }

    private void next(String key) {
        behind.computeIfPresent(
                key,
                (_, queue) -> {
                    Runnable task = queue.poll();
                    if (task == null || pool.isShutdown()) {
                        return null;
                    }
                    submit(key, task);
                    return queue;
                });
    }

    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
