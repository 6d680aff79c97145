package io.daybook.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
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

    /** What the resource server uses when nothing else is asked for. */
    private static final JwtAuthenticationConverter AUTHORITIES = new JwtAuthenticationConverter();

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, JwtAuthenticationToken> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TRUSTED_FOR).build();

    VerifiedTokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return known(token)
                .map(caller -> Mono.just(caller.getToken()))
                .orElseGet(() -> decoder.decode(token).doOnNext(good -> remember(token, good)));
    }

    /** Whose token it is; empty when it has to be verified first. */
    Optional<JwtAuthenticationToken> known(String token) {
        return Optional.ofNullable(verified.getIfPresent(token))
                .filter(caller -> !hasExpired(caller.getToken()));
    }

    private void remember(String token, Jwt good) {
        if (AUTHORITIES.convert(good) instanceof JwtAuthenticationToken caller) {
            verified.put(token, caller);
        }
    }

    private boolean hasExpired(Jwt token) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && !clock.instant().isBefore(expiry);
    }
}
