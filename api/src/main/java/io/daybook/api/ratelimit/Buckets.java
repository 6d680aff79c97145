package io.daybook.api.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One bucket of requests for each tenant, or for each address of callers without a token. */
@Component
final class Buckets {

    static final String HEADER = "RateLimit";
    static final String POLICY_HEADER = "RateLimit-Policy";

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final long requestsPerMinute;
    private final String policy;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    Buckets(@Value("${daybook.rate-limit.requests-per-minute:600000}") long requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
        this.policy = "\"default\";q=" + requestsPerMinute + ";w=" + WINDOW.toSeconds();
    }

    Bucket of(String owner) {
        return buckets.get(owner, _ -> full());
    }

    String policy() {
        return policy;
    }

    String remaining(long requests) {
        return "\"default\";r=" + requests + ";t=" + WINDOW.toSeconds();
    }

    /** What a caller has left that was not counted. */
    String untouched() {
        return remaining(requestsPerMinute);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(requestsPerMinute).refillGreedy(requestsPerMinute, WINDOW))
                .build();
    }
}
