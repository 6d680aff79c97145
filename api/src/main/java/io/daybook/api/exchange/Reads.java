package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import io.daybook.domain.audit.ReadLog;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Document;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Page;
import io.daybook.domain.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers reads: waits for the caller's token, asks, and sends the stored JSON as it is. */
@Component
public final class Reads {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final QueryGateway queries;
    private final ConsistencyTokens tokens;

    Reads(QueryGateway queries, ConsistencyTokens tokens) {
        this.queries = queries;
        this.tokens = tokens;
    }

    /** The document that a query finds; empty when there is none for the tenant. */
    public Mono<Document> find(Object query) {
        return Mono.fromFuture(() -> queries.query(query, Lookup.class))
                .mapNotNull(Lookup::document);
    }

    /** As {@link #find}, but a document that does not exist is the caller's mistake: 404. */
    public Mono<Document> existing(Object query, String kind) {
        return find(query).switchIfEmpty(Mono.error(() -> ProblemException.notFound(kind)));
    }

    /** One entity; 304 when the caller has this version, as {@code If-None-Match} tells. */
    public Mono<ResponseEntity<byte[]>> one(
            ServerWebExchange exchange, String projection, String kind, Object query) {
        // An order also shows its payments, which change without a new version of the order.
        boolean conditional = !ProjectionNames.ORDERS.equals(projection);
        return tokens.reached(exchange, projection)
                .flatMap(position ->
                        existing(query, kind)
                                .map(document ->
                                        answer(exchange, document, position, conditional)));
    }

    public Mono<ResponseEntity<byte[]>> page(
            ServerWebExchange exchange, String projection, Object query) {
        return tokens.reached(exchange, projection)
                .flatMap(position ->
                        page(exchange, query).map(page -> list(exchange, page, position)));
    }

    /**
     * A page of the log. The log is never behind itself, but behind a transaction that is still
     * open it has to hold back what others appended.
     */
    public Mono<ResponseEntity<byte[]>> log(ServerWebExchange exchange, ReadLog query) {
        long wanted = tokens.wanted(exchange);
        if (wanted == 0) {
            return page(exchange, query).map(page -> list(exchange, page, page.reached()));
        }
        return page(exchange, query)
                .repeatWhen(again -> again.delayElements(LOOK_AGAIN))
                .takeUntil(page -> page.next() != null || page.reached() >= wanted)
                .takeUntilOther(Mono.delay(tokens.patience(exchange)))
                .takeLast(1)
                .next()
                .map(page -> {
                    if (page.next() == null && page.reached() < wanted) {
                        throw ProblemException.behind(wanted - page.reached());
                    }
                    return list(exchange, page, Math.max(wanted, page.reached()));
                })
                .switchIfEmpty(Mono.error(() -> ProblemException.behind(wanted)));
    }

    /** Where in the log an entity began; 0 when it has no events. */
    public Mono<Long> beginning(TenantId tenant, String entityType, String entityId) {
        var first =
                new ReadLog(
                        tenant,
                        entityType,
                        entityId,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        1);
        return Mono.fromFuture(() -> queries.query(first, Page.class))
                .map(page ->
                        page.items().isEmpty()
                                ? 0
                                : JSON.readTree(page.items().getFirst()).path("position").asLong());
    }

    private Mono<Page> page(ServerWebExchange exchange, Object query) {
        return Mono.fromFuture(() -> queries.query(query, Page.class))
                .onErrorMap(failure -> isForeignCursor(exchange, failure), _ -> Cursors.foreign());
    }

    /** A cursor that reads well but was made by another list: only the query can tell. */
    private static boolean isForeignCursor(ServerWebExchange exchange, Throwable failure) {
        boolean refused = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            refused |= cause instanceof IllegalArgumentException;
        }
        return refused && exchange.getRequest().getQueryParams().containsKey("cursor");
    }

    private static ResponseEntity<byte[]> answer(
            ServerWebExchange exchange, Document document, long position, boolean conditional) {
        String tag = Answers.tag(document.version());
        List<String> known = exchange.getRequest().getHeaders().getIfNoneMatch();
        boolean same =
                conditional
                        && (known.contains(tag)
                                || known.contains("W/" + tag)
                                || known.contains("*"));
        var builder =
                ResponseEntity.status(same ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                        .header(HttpHeaders.ETAG, tag)
                        .header(ConsistencyTokens.HEADER, ConsistencyTokens.token(position));
        return same
                ? builder.build()
                : builder.contentType(MediaType.APPLICATION_JSON)
                        .body(document.json().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> list(
            ServerWebExchange exchange, Page page, long position) {
        Cursor next = page.next();
        String cursor = next == null ? null : Cursors.write(exchange, next);
        String body =
                "{\"items\":["
                        + String.join(",", page.items())
                        + "],\"nextCursor\":"
                        + (cursor == null ? "null" : '"' + cursor + '"')
                        + '}';
        var builder =
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(ConsistencyTokens.HEADER, ConsistencyTokens.token(position));
        if (cursor != null) {
            String link =
                    UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value())
                            .queryParams(exchange.getRequest().getQueryParams())
                            .replaceQueryParam("cursor", cursor)
                            .encode()
                            .toUriString();
            builder.header(HttpHeaders.LINK, '<' + link + ">; rel=\"next\"");
        }
        return builder.body(body.getBytes(StandardCharsets.UTF_8));
    }
}
