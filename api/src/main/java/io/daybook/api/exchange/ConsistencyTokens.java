package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import io.daybook.domain.projection.ProjectionProgress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Positions in the log as opaque tokens, and waiting for a read model to reach one. */
@Component
public final class ConsistencyTokens {

    public static final String HEADER = "Consistency-Token";

    private static final String VERSION = "1:";
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(2);

    private final ProjectionProgress progress;

    ConsistencyTokens(ProjectionProgress progress) {
        this.progress = progress;
    }

    public static String token(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((VERSION + position).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Waits until the read model has reached the caller's token, if there is one.
     *
     * @return the position that the following read is at least at
     * @throws ProblemException 503 when the read model is still behind after the caller's patience
     */
    public Mono<Long> reached(ServerWebExchange exchange, String projection) {
        long wanted = wanted(exchange);
        Duration patience = patience(exchange);
        if (wanted == 0) {
            return Mono.fromSupplier(() -> progress.position(projection));
        }
        return await(projection, wanted, patience)
                .map(reached -> {
                    if (reached < wanted) {
                        throw ProblemException.behind(wanted - reached);
                    }
                    return reached;
                });
    }

    /** The position of the caller's token; 0 without one. */
    long wanted(ServerWebExchange exchange) {
        String token = exchange.getRequest().getHeaders().getFirst(HEADER);
        return token == null ? 0 : position(token);
    }

    /** How long the caller is willing to wait for a read model. */
    public Duration patience(ServerWebExchange exchange) {
        return Preferences.of(exchange).patienceOr(DEFAULT_PATIENCE);
    }

    /** Completes with the position that was reached in time. */
    public Mono<Long> await(String projection, long position, Duration patience) {
        return Mono.fromFuture(() -> progress.await(projection, position, patience));
    }

    public long position(String projection, long atLeast) {
        return Math.max(atLeast, progress.position(projection));
    }

    private static long position(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(VERSION)) {
                long position = Long.parseLong(text.substring(VERSION.length()));
                if (position >= 0) {
                    return position;
                }
            }
        } catch (IllegalArgumentException e) {
            // Reported below: neither our encoding nor a number.
        }
        throw ProblemException.invalid('/' + HEADER, "is not a token that Daybook gave out");
    }
}
