package io.daybook.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers for a short while which tokens were found good: checking a signature costs more than
 * the rest of a request, and clients send the same token thousands of times. Only good tokens are
 * kept, whole and under their full text, and their expiry is looked at on every use; a key that its
 * issuer withdraws stays accepted for {@link #TRUSTED_FOR} at most.
 */
final class VerifiedTokens implements ReactiveJwtDecoder {

    static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TRUSTED_FOR).build();

    VerifiedTokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null && !hasExpired(known)) {
            return Mono.just(known);
        }
        return decoder.decode(token).doOnNext(good -> verified.put(token, good));
    }

    private boolean hasExpired(Jwt token) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && !clock.instant().isBefore(expiry);
    }
}
