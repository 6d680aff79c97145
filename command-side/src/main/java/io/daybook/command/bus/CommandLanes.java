package io.daybook.command.bus;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;

/**
 * Where commands wait for a thread. Callers and processes have lanes of their own: a flood of
 * requests must not keep the processes of accepted orders from going on. The callers' lane is
 * bounded; what does not fit is refused at once ({@link
 * java.util.concurrent.RejectedExecutionException}), which HTTP answers with 503.
 */
public final class CommandLanes implements AutoCloseable {

    /** Metadata entry that marks a command of a reaction. */
    public static final String LANE = "lane";

    /** Its value. Not carried into events. */
    public static final String PROCESS = "process";

    private final ThreadPoolExecutor callers;
    private final ThreadPoolExecutor processes;

    /**
     * @param callerThreads commands of callers at once; together with the processes' fewer than the
     *     pool's connections
     * @param queueCapacity commands of callers that may wait
     */
    CommandLanes(int callerThreads, int queueCapacity, int processThreads) {
        callers =
                new ThreadPoolExecutor(
                        callerThreads,
                        callerThreads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(queueCapacity),
                        named("commands-"));
        // Unbounded, yet never long: each reaction waits for its command before it sends the next.
        processes =
                new ThreadPoolExecutor(
                        processThreads,
                        processThreads,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        named("process-commands-"));
    }

    Executor of(CommandMessage<?> command) {
        return PROCESS.equals(command.getMetaData().get(LANE)) ? processes : callers;
    }

    int waiting() {
        return callers.getQueue().size();
    }

    int running() {
        return callers.getActiveCount() + processes.getActiveCount();
    }

    @Override
    public void close() {
        callers.shutdown();
        processes.shutdown();
        try {
            if (!callers.awaitTermination(10, TimeUnit.SECONDS)
                    || !processes.awaitTermination(5, TimeUnit.SECONDS)) {
                callers.shutdownNow();
                processes.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }
}
