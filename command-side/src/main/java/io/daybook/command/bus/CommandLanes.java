package io.daybook.command.bus;

import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.payment.PaymentCommand;
import java.util.concurrent.ThreadFactory;
import org.axonframework.commandhandling.CommandMessage;

/**
 * Where commands wait for a thread. Callers and processes have lanes of their own: a flood of
 * requests must not keep the processes of accepted orders from going on. Both are bounded for each
 * other by their threads; the callers' lane also in how many may wait, and what does not fit is
 * refused at once ({@link java.util.concurrent.RejectedExecutionException}), which HTTP answers
 * with 503.
 */
public final class CommandLanes implements AutoCloseable {

    /** Metadata entry that marks a command of a reaction. */
    public static final String LANE = "lane";

    /** Its value. Not carried into events. */
    public static final String PROCESS = "process";

    private final KeyedLane callers;
    private final KeyedLane processes;

    /**
     * Threads start as they are needed.
     *
     * @param callerThreads commands of callers at once; together with the processes' fewer than the
     *     pool's connections
     * @param queueCapacity commands of callers that may wait
     */
    CommandLanes(int callerThreads, int queueCapacity, int processThreads) {
        callers = new KeyedLane(callerThreads, queueCapacity, named("commands-"));
        // Never long: each reaction waits for its command before it sends the next.
        processes = new KeyedLane(processThreads, Integer.MAX_VALUE, named("process-commands-"));
    }

    void execute(CommandMessage<?> command, Runnable task) {
        KeyedLane lane = PROCESS.equals(command.getMetaData().get(LANE)) ? processes : callers;
        lane.execute(entity(command), task);
    }

    int waiting() {
        return callers.waiting();
    }

    int running() {
        return callers.running() + processes.running();
    }

    private static String entity(CommandMessage<?> command) {
        return switch (command.getPayload()) {
            case OrderCommand c -> c.orderId().toString();
            case StockCommand c -> c.stockItemId().toString();
            case PaymentCommand c -> c.paymentId().toString();
            default -> command.getIdentifier();
        };
    }

    @Override
    public void close() {
        callers.close();
        processes.close();
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }
}
