package io.daybook.query.audit;

import io.daybook.domain.audit.ReadLog;
import io.daybook.domain.read.Page;
import io.daybook.query.read.Answer;
import io.daybook.query.read.Item;
import io.daybook.query.read.Selection;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Answers what happened, by whom and when. */
public final class LogQueryHandler {

    private static final String SELECT =
            "SELECT " + LogEntry.COLUMNS + " FROM daybook.domain_event_entry";
    private static final String METADATA = "convert_from(meta_data, 'UTF8')::json ->> ";

    /** The log's own form of an instant, in which text sorts as time does. */
    private static final DateTimeFormatter STORED_TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private final DatabaseClient database;
    private final StableHead head;

    public LogQueryHandler(DatabaseClient database) {
        this.database = database;
        this.head = new StableHead(database);
    }

    @QueryHandler
    CompletableFuture<Page> handle(ReadLog query) {
        var entityId = query.entityId();
        return Answer.of(entityId == null ? wholeLog(query) : history(query, entityId));
    }

    /** Versions of one entity have no holes, so nothing can come late behind a reader. */
    private Mono<Page> history(ReadLog query, String entityId) {
        var selection =
                filtered(query)
                        .and("aggregate_identifier = :id", "id", entityId)
                        .and(
                                "sequence_number >= :fromVersion - 1",
                                "fromVersion",
                                query.fromVersion())
                        .and("sequence_number < :toVersion", "toVersion", query.toVersion());
        // The head first: what it covers must be visible to the page.
        return head.behind(query.after())
                .flatMap(stable ->
                        page(selection, "sequence_number", query.limit())
                                .map(page -> page.upTo(stable)));
    }

    private Mono<Page> wholeLog(ReadLog query) {
        return head.behind(query.after())
                .flatMap(stable ->
                        page(
                                        filtered(query)
                                                .and("global_index <= :stable", "stable", stable),
                                        "global_index",
                                        query.limit())
                                .map(page -> page.upTo(stable)));
    }

    private static Selection filtered(ReadLog query) {
        return new Selection(SELECT, query.tenant())
                .and("global_index > :after", "after", query.after())
                .and("type = :entityType", "entityType", query.entityType())
                .and("payload_type = :type", "type", query.type())
                .and(METADATA + "'actor' = :actor", "actor", query.actor())
                .and(
                        METADATA + "'correlationId' = :correlation",
                        "correlation",
                        query.correlationId())
                .and("time_stamp >= :from", "from", stored(query.from()))
                .and("time_stamp < :to", "to", stored(query.to()));
    }

    private static @Nullable String stored(@Nullable Instant instant) {
        return instant == null ? null : STORED_TIME.format(instant);
    }

    private Mono<Page> page(Selection selection, String order, int limit) {
        return selection
                .orderBy(order, limit + 1)
                .rows(database, LogEntry::of)
                .map(LogEntry::item)
                .collectList()
                .map(found -> Item.page(found, limit));
    }
}
