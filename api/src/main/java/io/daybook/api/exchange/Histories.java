package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.domain.audit.ReadLog;
import io.daybook.domain.read.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The history of one entity. */
@Component
public final class Histories {

    private final Reads reads;

    Histories(Reads reads) {
        this.reads = reads;
    }

    /**
     * The history of one entity, filtered and in pages.
     *
     * @param find the query that tells whether the entity exists at all when the filters leave
     *     nothing
     */
    public Mono<ResponseEntity<byte[]>> of(
            ServerWebExchange exchange,
            Caller caller,
            String entityType,
            String entityId,
            Object find) {
        long after = position(Parameters.cursor(exchange));
        var query =
                new ReadLog(
                        caller.tenant(),
                        entityType,
                        entityId,
                        Parameters.version(exchange, "fromVersion"),
                        Parameters.version(exchange, "toVersion"),
                        Parameters.text(exchange, "type"),
                        null,
                        null,
                        null,
                        null,
                        after,
                        Parameters.limit(exchange));
        return reads.log(exchange, query)
                .flatMap(page ->
                        isEmpty(page.getBody()) && after == 0
                                ? reads.find(find)
                                        .map(_ -> page)
                                        .switchIfEmpty(
                                                Mono.error(() ->
                                                        ProblemException.notFound(
                                                                entityType.replace('-', ' '))))
                                : Mono.just(page));
    }

    public static long position(@Nullable Cursor cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor.key());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("/cursor", "is not a cursor of this list");
        }
    }

    private static boolean isEmpty(byte @Nullable [] body) {
        return body == null || body.length < "{\"items\":[],\"nextCursor\":null}".length() + 1;
    }
}
