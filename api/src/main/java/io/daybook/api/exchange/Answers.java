package io.daybook.api.exchange;

import io.daybook.api.problem.Problems;
import io.daybook.api.security.Caller;
import io.daybook.domain.message.AnswerStore;
import io.daybook.domain.message.StoredAnswer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answers of accepted commands, the first time and again. */
@Component
public final class Answers {

    private final AnswerStore store;
    private final Commands commands;
    private final JsonMapper json = JsonMapper.builder().build();

    Answers(AnswerStore store, Commands commands) {
        this.store = store;
        this.commands = commands;
    }

    /**
     * The plain answer: follows from the result alone, so that a replay gives the same bytes.
     *
     * @param location of what was created; {@code null} for a change
     */
    public ResponseEntity<byte[]> plain(Outcome outcome, Object body, @Nullable String location) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.ETAG, tag(outcome.version()));
        headers.put(ConsistencyTokens.HEADER, ConsistencyTokens.token(outcome.position()));
        if (location != null) {
            headers.put(HttpHeaders.LOCATION, location);
        }
        int status = location == null ? HttpStatus.OK.value() : HttpStatus.CREATED.value();
        var answer = new StoredAnswer(status, headers, json.writeValueAsString(body));
        return entity(outcome.stored() == null ? answer : outcome.stored(), outcome.replayed());
    }

    /**
     * A fuller answer, remembered for the caller's key before it is given.
     *
     * @param position up to which the log is part of the answer
     */
    public Mono<ResponseEntity<byte[]>> fuller(
            ServerWebExchange exchange,
            Caller caller,
            ResponseEntity<byte[]> plain,
            String body,
            long version,
            long position) {
        var headers = new LinkedHashMap<String, String>();
        plain.getHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        headers.remove(HttpHeaders.CONTENT_TYPE);
        headers.put(HttpHeaders.ETAG, tag(version));
        headers.put(ConsistencyTokens.HEADER, ConsistencyTokens.token(position));
        var preferences = exchange.getRequest().getHeaders().getOrEmpty("Prefer");
        if (!preferences.isEmpty()) {
            headers.put("Preference-Applied", String.join(", ", preferences));
        }
        var answer = new StoredAnswer(plain.getStatusCode().value(), headers, body);
        String key = commands.key(exchange);
        return key == null
                ? Mono.just(entity(answer, false))
                : Mono.fromFuture(() ->
                                store.remember(
                                        caller.tenant(), Commands.route(exchange), key, answer))
                        .map(counts -> entity(counts, false));
    }

    /** Whether the caller's key was used before; {@code false} without a key. */
    public Mono<Boolean> knowsKey(ServerWebExchange exchange, Caller caller) {
        String key = commands.key(exchange);
        return key == null
                ? Mono.just(false)
                : Mono.fromFuture(
                        () -> store.knows(caller.tenant(), Commands.route(exchange), key));
    }

    public String write(Object body) {
        return json.writeValueAsString(body);
    }

    static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    private static ResponseEntity<byte[]> entity(StoredAnswer answer, boolean replayed) {
        var builder =
                ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        answer.headers().forEach((name, value) -> builder.header(name, value));
        if (replayed) {
            builder.header(Problems.REPLAYED, "true");
        }
        return builder.body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
