package io.daybook.command.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;

/**
 * Events of one group whose reactions failed, and the later events of their orders. Which orders
 * are affected is known in memory, so that events of all others need no query. The memory may name
 * too many orders, never too few: it is corrected by a look into the queue when an event of the
 * order arrives.
 */
final class ParkedSequences {

    private final String group;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final TransactionManager transactions;
    private final ParkedTable table;
    private final Set<String> sequences = ConcurrentHashMap.newKeySet();
    private volatile boolean complete;

    ParkedSequences(
            String group,
            SequencedDeadLetterQueue<EventMessage<?>> queue,
            TransactionManager transactions,
            ParkedTable table) {
        this.group = group;
        this.queue = queue;
        this.transactions = transactions;
        this.table = table;
    }

    /** Puts the event behind earlier ones of its order, if there are any. */
    boolean addedBehindOthers(String sequence, EventMessage<?> event) {
        var known = sequences();
        if (!known.contains(sequence)) {
            return false;
        }
        if (queue.enqueueIfPresent(sequence, () -> new GenericDeadLetter<>(sequence, event))) {
            return true;
        }
        known.remove(sequence);
        return false;
    }

    void add(String sequence, EventMessage<?> event, Throwable cause) {
        sequences().add(sequence);
        queue.enqueue(
                sequence,
                new GenericDeadLetter<>(sequence, event, ThrowableCause.truncated(cause)));
    }

    /**
     * Takes one order that the filter accepts out of the queue, up to the first reaction that fails
     * again.
     */
    void retry(Predicate<DeadLetter<? extends EventMessage<?>>> filter, Reaction reaction) {
        transactions.executeInTransaction(() ->
                queue.process(
                        filter,
                        letter -> {
                            try {
                                reaction.to(letter.message());
                                return Decisions.evict();
                            } catch (Exception failure) {
                                return Decisions.requeue(ThrowableCause.truncated(failure));
                            }
                        }));
    }

    /** What follows from an event. */
    @FunctionalInterface
    interface Reaction {
        void to(EventMessage<?> event) throws Exception;
    }

    /** Another node may have changed the queue in the meantime. */
    synchronized void forget() {
        complete = false;
    }

    private Set<String> sequences() {
        if (!complete) {
            load();
        }
        return sequences;
    }

    /** Adds to what is known: what this node just parked may not be committed yet. */
    private synchronized void load() {
        if (!complete) {
            sequences.addAll(table.sequences(group));
            complete = true;
        }
    }
}
