package io.daybook.query.audit;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Knows up to which position the log can no longer change. Positions are handed out before their
 * transactions commit, so a lower one may become visible after a higher one; a reader that goes on
 * behind the higher one would never see it.
 *
 * <p>The rule: first read the last position that was handed out, then note who is writing. An
 * {@code INSERT} locks the table before it asks for a position and keeps the lock until its
 * transaction is visible as finished. So once every writer on the note is gone, each position up to
 * that last one is either visible or will never be. New writers in between do not matter, so this
 * does not starve under load, and neither clocks nor transactions that only read take part.
 *
 * <p>While a writer keeps its transaction open, the positions without a gap behind the stable ones
 * are still safe: nothing can come between them.
 */
final class StableHead {

    private static final String LAST_HANDED_OUT =
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM daybook.event_position";
    private static final String WRITERS =
            """
            SELECT virtualtransaction FROM pg_locks
            WHERE locktype = 'relation' AND relation = 'daybook.domain_event_entry'::regclass
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND mode = 'RowExclusiveLock' AND granted
            """;
    private static final String WITHOUT_A_GAP =
            """
            SELECT coalesce(max(global_index), :start) FROM (
              SELECT global_index, row_number() OVER (ORDER BY global_index) AS number FROM (
                SELECT global_index FROM daybook.domain_event_entry
                WHERE global_index > :start ORDER BY global_index LIMIT 10000) AS next) AS numbered
            WHERE global_index = :start + number
            """;

    /**
     * Writers commit within milliseconds. Waiting that long costs less than an answer that lacks
     * the latest events.
     */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final int ATTEMPTS = 10;

    private final DatabaseClient database;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(0, null));

    /**
     * @param pending the note that is still open
     */
    private record Known(long stable, @Nullable Note pending) {}

    private record Note(long lastHandedOut, Set<String> writers) {}

    StableHead(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Up to where a reader that has come to {@code after} can safely go on: everything that was
     * committed before, unless an open transaction may still put something in between.
     */
    Mono<Long> behind(long after) {
        return look().flatMap(first -> settle(first.lastHandedOut()))
                .flatMap(settled ->
                        settled.isComplete()
                                ? Mono.just(settled.stable())
                                : withoutAGap(Math.max(after, settled.stable())));
    }

    private record Settled(long stable, boolean isComplete) {}

    private Mono<Settled> settle(long target) {
        var seen = Mono.fromSupplier(() -> settled(target));
        return seen.concatWith(
                        look().map(_ -> settled(target)).delaySubscription(PAUSE).repeat(ATTEMPTS))
                .takeUntil(Settled::isComplete)
                .last();
    }

    private Settled settled(long target) {
        var stable = known.get().stable();
        return new Settled(stable, stable >= target);
    }

    private Mono<Note> look() {
        return Mono.defer(() -> {
            var before = known.get();
            return database.sql(LAST_HANDED_OUT)
                    .mapValue(Long.class)
                    .one()
                    .zipWhen(last -> writers(), Note::new)
                    .doOnNext(now -> known.updateAndGet(current -> next(current, before, now)));
        });
    }

    private Mono<Set<String>> writers() {
        return database.sql(WRITERS).mapValue(String.class).all().collect(Collectors.toSet());
    }

    /**
     * @param before what was known before {@code now} was read: only of the note in there is it
     *     certain that it is the older one
     */
    private static Known next(Known current, Known before, Note now) {
        if (now.writers().isEmpty()) {
            return new Known(Math.max(current.stable(), now.lastHandedOut()), null);
        }
        var old = before.pending();
        if (old == null) {
            return current.pending() == null ? new Known(current.stable(), now) : current;
        }
        if (!Collections.disjoint(old.writers(), now.writers())) {
            return current;
        }
        var stable = Math.max(current.stable(), old.lastHandedOut());
        return new Known(stable, old.equals(current.pending()) ? now : current.pending());
    }

    private Mono<Long> withoutAGap(long start) {
        return database.sql(WITHOUT_A_GAP).bind("start", start).mapValue(Long.class).one();
    }
}
