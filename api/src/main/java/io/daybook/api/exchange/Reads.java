package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Document;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Moment;
import io.daybook.domain.read.Page;
import io.daybook.domain.read.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Answers reads: waits for the caller's token, asks, and sends the stored JSON as it is. */
@Component
public final class Reads {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

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

    public Mono<ResponseEntity<byte[]>> one(
            ServerWebExchange exchange, String projection, String kind, Object query) {
        return tokens.reached(exchange, projection)
                .flatMap(position ->
                        find(query)
                                .map(document -> answer(exchange, document, position))
                                .switchIfEmpty(Mono.error(() -> ProblemException.notFound(kind))));
    }

    public Mono<ResponseEntity<byte[]>> page(
            ServerWebExchange exchange, String projection, Object query) {
        return tokens.reached(exchange, projection)
                .flatMap(position -> page(exchange, query, position));
    }

    /** A page of the log, which is never behind itself. */
    public Mono<ResponseEntity<byte[]>> page(
            ServerWebExchange exchange, Object query, long position) {
        return Mono.fromFuture(() -> queries.query(query, Page.class))
                .onErrorMap(failure -> isForeignCursor(exchange, failure), _ -> foreignCursor())
                .map(page -> list(exchange, page, position));
    }

    /** A cursor that reads well but was made by another list: only the query can tell. */
    private static boolean isForeignCursor(ServerWebExchange exchange, Throwable failure) {
        boolean refused = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            refused |= cause instanceof IllegalArgumentException;
        }
        return refused && exchange.getRequest().getQueryParams().containsKey("cursor");
    }

    private static ProblemException foreignCursor() {
        return ProblemException.invalid("/cursor", "is not a cursor that Daybook gave out");
    }

    /** Refuses query parameters that the call does not know. */
    public static void knows(ServerWebExchange exchange, String... names) {
        Set<String> known = Set.copyOf(Arrays.asList(names));
        exchange.getRequest()
                .getQueryParams()
                .forEach((name, values) -> {
                    if (!known.contains(name)) {
                        throw ProblemException.invalid('/' + name, "is not known here");
                    }
                    if (values.size() > 1) {
                        throw ProblemException.invalid('/' + name, "is given twice");
                    }
                });
    }

    public static PageRequest pageRequest(ServerWebExchange exchange) {
        return new PageRequest(limit(exchange), cursor(exchange));
    }

    public static int limit(ServerWebExchange exchange) {
        Long limit = number(exchange, "limit");
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("/limit", "must be between 1 and " + MOST);
        }
        return limit.intValue();
    }

    public static @Nullable Cursor cursor(ServerWebExchange exchange) {
        String text = parameter(exchange, "cursor");
        if (text == null) {
            return null;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split("\n", -1);
            if (parts.length == 2) {
                return new Cursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        throw foreignCursor();
    }

    /** The moment that {@code version} or {@code asOf} names. */
    public static Optional<Moment> moment(ServerWebExchange exchange) {
        Long version = number(exchange, "version");
        Instant asOf = instant(exchange, "asOf");
        if (version != null && asOf != null) {
            throw ProblemException.invalid("/asOf", "cannot be combined with version");
        }
        if (version != null) {
            if (version < 1) {
                throw ProblemException.invalid("/version", "must be at least 1");
            }
            return Optional.of(new Moment.AtVersion(version));
        }
        return Optional.ofNullable(asOf).map(Moment.AsOf::new);
    }

    public static @Nullable Long number(ServerWebExchange exchange, String name) {
        String text = parameter(exchange, name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid('/' + name, "must be a whole number");
        }
    }

    public static @Nullable Instant instant(ServerWebExchange exchange, String name) {
        String text = parameter(exchange, name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    '/' + name, "must be an instant, for example 2026-01-31T12:00:00Z");
        }
    }

    /** The parameter's text; {@code null} when it is absent. */
    public static @Nullable String parameter(ServerWebExchange exchange, String name) {
        String text = exchange.getRequest().getQueryParams().getFirst(name);
        if (text == null) {
            if (exchange.getRequest().getQueryParams().containsKey(name)) {
                throw ProblemException.invalid('/' + name, "is empty");
            }
            return null;
        }
        if (text.isEmpty()
                || text.length() > 500
                || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(
                    '/' + name, "must be 1 to 500 characters without control characters");
        }
        return text;
    }

    private static ResponseEntity<byte[]> answer(
            ServerWebExchange exchange, Document document, long position) {
        String tag = Answers.tag(document.version());
        List<String> known = exchange.getRequest().getHeaders().getIfNoneMatch();
        boolean same = known.contains(tag) || known.contains("W/" + tag) || known.contains("*");
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
        String cursor =
                next == null
                        ? null
                        : Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        (next.key() + '\n' + next.id())
                                                .getBytes(StandardCharsets.UTF_8));
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
