package io.daybook.query.progress;

import io.daybook.domain.projection.ProjectionProgress;
import io.daybook.query.read.Answer;
import io.daybook.query.read.Row;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Follows the projections of other nodes by the tokens that they store. Looks only while somebody
 * waits, and once for all who do.
 */
final class StoredProgress implements ProjectionProgress {

    private static final Logger log = LoggerFactory.getLogger(StoredProgress.class);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** A segment that has not begun has no token. */
    private static final String TOKENS =
            "SELECT processor_name, coalesce(convert_from(token, 'UTF8'), '{}') AS token"
                    + " FROM daybook.token_entry WHERE processor_name <> '__config'";

    private final DatabaseClient database;
    private final Flux<Map<String, StoredPosition>> looks;
    private volatile Map<String, StoredPosition> lastSeen = Map.of();

    private record Segment(String projection, StoredPosition position) {

        static Segment of(Row row) {
            return new Segment(row.text("processor_name"), StoredPosition.in(row.text("token")));
        }
    }

    StoredProgress(DatabaseClient database) {
        this.database = database;
        this.looks =
                Mono.defer(this::look)
                        .repeatWhen(looks -> looks.delayElements(PAUSE))
                        .retryWhen(
                                Retry.fixedDelay(Long.MAX_VALUE, PAUSE_AFTER_FAILURE)
                                        .doBeforeRetry(StoredProgress::report))
                        .share();
    }

    private Mono<Map<String, StoredPosition>> look() {
        return database.sql(TOKENS)
                .map(columns -> Segment.of(new Row(columns)))
                .all()
                .collect(
                        Collectors.toMap(
                                Segment::projection, Segment::position, StoredPosition::and))
                .doOnNext(seen -> lastSeen = seen);
    }

    private static void report(Retry.RetrySignal failure) {
        log.warn("Cannot read how far the projections are: {}", failure.failure().getMessage());
    }

    /** As last seen, by whoever waited last. */
    @Override
    public long position(String projection) {
        return reached(projection, lastSeen).position();
    }

    @Override
    public CompletableFuture<Long> await(String projection, long position, Duration patience) {
        var known = reached(projection, lastSeen);
        if (known.includes(position)) {
            return CompletableFuture.completedFuture(known.towards(position));
        }
        return Answer.of(
                looks.map(seen -> reached(projection, seen))
                        .takeUntil(reached -> reached.includes(position))
                        .take(patience)
                        .last(known)
                        .map(reached -> reached.towards(position)));
    }

    private static StoredPosition reached(String projection, Map<String, StoredPosition> seen) {
        return seen.getOrDefault(projection, StoredPosition.NOTHING);
    }
}
