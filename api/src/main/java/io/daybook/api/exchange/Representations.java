package io.daybook.api.exchange;

import io.daybook.api.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers commands with the whole entity, for callers that prefer it ({@code
 * return=representation}).
 */
@Component
public final class Representations {

    private final Reads reads;
    private final Answers answers;
    private final ConsistencyTokens tokens;

    Representations(Reads reads, Answers answers, ConsistencyTokens tokens) {
        this.reads = reads;
        this.answers = answers;
        this.tokens = tokens;
    }

    /**
     * The plain answer, or the entity once the read model has caught up with the command; the plain
     * one all the same when that takes longer than the caller is willing to wait.
     */
    public Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange,
            Caller caller,
            Outcome outcome,
            ResponseEntity<byte[]> plain,
            String projection,
            Object query) {
        if (outcome.stored() != null || !Preferences.of(exchange).representation()) {
            return Mono.just(plain);
        }
        return tokens.await(projection, outcome.position(), tokens.patience(exchange))
                .filter(reached -> reached >= outcome.position())
                .flatMap(_ -> reads.find(query))
                .flatMap(document ->
                        answers.fuller(
                                exchange,
                                caller,
                                plain,
                                document.json(),
                                document.version(),
                                tokens.position(projection, outcome.position())))
                .defaultIfEmpty(plain);
    }
}
