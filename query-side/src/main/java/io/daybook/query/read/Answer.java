package io.daybook.query.read;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** What a query handler returns: a future, because Axon blocks on a {@code Mono}. */
public final class Answer {

    private Answer() {}

    /**
     * The future of an answer.
     *
     * @param answer never empty
     */
    public static <T> CompletableFuture<T> of(Mono<T> answer) {
        return answer.toFuture().thenApply(Objects::requireNonNull);
    }
}
