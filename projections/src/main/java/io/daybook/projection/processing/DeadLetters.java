package io.daybook.projection.processing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Events of one projection that failed, and those that wait behind them. Which sequences are
 * affected is known in memory, so that events of all others need no query. The memory may name too
 * many sequences, never too few: it is only corrected by a look into the queue when an event of the
 * sequence arrives, after which that event is applied to what a retry may just have committed.
 */
final class DeadLetters {

    private static final String RECORDED_AT = "recordedAt";

    private final String projection;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final JdbcTemplate jdbc;
    private final Set<String> sequences = ConcurrentHashMap.newKeySet();
    private volatile boolean complete;

    DeadLetters(
            String projection, SequencedDeadLetterQueue<EventMessage<?>> queue, JdbcTemplate jdbc) {
        this.projection = projection;
        this.queue = queue;
        this.jdbc = jdbc;
    }

    /** Puts the event behind earlier ones of its sequence, if there are any. */
    boolean addedBehindOthers(IncomingEvent event) {
        var known = sequences();
        if (!known.contains(event.key())) {
            return false;
        }
        if (queue.enqueueIfPresent(event.key(), () -> letter(event, null))) {
            return true;
        }
        known.remove(event.key());
        return false;
    }

    void add(IncomingEvent event, Throwable cause) {
        sequences().add(event.key());
        queue.enqueue(event.key(), letter(event, kept(cause)));
    }

    /** Only its beginning is kept, and that of what Spring says is a long statement. */
    static ThrowableCause kept(Throwable failure) {
        return ThrowableCause.truncated(NestedExceptionUtils.getMostSpecificCause(failure));
    }

    private static DeadLetter<EventMessage<?>> letter(IncomingEvent event, @Nullable Cause cause) {
        var now = GenericDeadLetter.clock.instant();
        // The queue keeps times to the millisecond; a view that is built from the letter must equal
        // one from the log.
        var diagnostics = MetaData.with(RECORDED_AT, event.message().getTimestamp().toString());
        return letter(event, cause, now, diagnostics);
    }

    @SuppressWarnings(
            "NullAway") // an event that only waits behind others has no cause; Axon takes null for
    // that
    private static DeadLetter<EventMessage<?>> letter(
            IncomingEvent event, @Nullable Cause cause, Instant now, MetaData diagnostics) {
        return new GenericDeadLetter<>(event.key(), event.message(), cause, now, now, diagnostics);
    }

    static Instant recordedAt(DeadLetter<? extends EventMessage<?>> letter) {
        var exact = letter.diagnostics().get(RECORDED_AT);
        return exact == null ? letter.message().getTimestamp() : Instant.parse(exact.toString());
    }

    /**
     * Takes one sequence that the filter accepts out of the queue, up to the first event that fails
     * again. Oldest first; inside the caller's transaction.
     */
    void retry(
            Predicate<DeadLetter<? extends EventMessage<?>>> filter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>>
                    attempt) {
        queue.process(filter, attempt);
    }

    void clear() {
        queue.clear();
        forget();
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

    /** Adds to what is known: what this node just set aside may not be committed yet. */
    private synchronized void load() {
        if (!complete) {
            sequences.addAll(
                    jdbc.queryForList(
                            "SELECT DISTINCT sequence_identifier FROM daybook.dead_letter_entry WHERE processing_group = ?",
                            String.class,
                            projection));
            complete = true;
        }
    }

    long count() {
        var count =
                jdbc.queryForObject(
                        "SELECT count(*) FROM daybook.dead_letter_entry WHERE processing_group = ?",
                        Long.class,
                        projection);
        return count == null ? 0 : count;
    }

    Optional<String> lastCause() {
        return jdbc
                .query(
                        "SELECT concat_ws(': ', cause_type, cause_message) FROM daybook.dead_letter_entry"
                                + " WHERE processing_group = ? AND cause_type IS NOT NULL"
                                + " ORDER BY last_touched DESC LIMIT 1",
                        (row, number) -> Objects.requireNonNull(row.getString(1)),
                        projection)
                .stream()
                .findFirst();
    }
}
