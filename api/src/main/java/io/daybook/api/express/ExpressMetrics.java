package io.daybook.api.express;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

/** Times requests under the same name and tags as the long way does. */
final class ExpressMetrics {

    private static final String UNKNOWN = "UNKNOWN";

    private final MeterRegistry meters;
    private final ConcurrentHashMap<Key, Timer> timers = new ConcurrentHashMap<>();
    private final Counter taken;

    private record Key(String method, String pattern, String status, String failure) {}

    ExpressMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.taken =
                Counter.builder("daybook.http.express")
                        .description("requests that took the express way")
                        .register(meters);
    }

    /**
     * Counts a request.
     *
     * @param status {@code null} when the caller went away before the answer
     */
    void record(
            HttpMethod method,
            String pattern,
            @Nullable HttpStatusCode status,
            @Nullable Throwable failure,
            long nanos) {
        var key =
                new Key(
                        method.name(),
                        pattern,
                        status == null ? UNKNOWN : Integer.toString(status.value()),
                        failure == null ? "none" : failure.getClass().getSimpleName());
        taken.increment();
        timers.computeIfAbsent(key, this::timer).record(Duration.ofNanos(nanos));
    }

    private Timer timer(Key key) {
        return Timer.builder("http.server.requests")
                .tag("method", key.method())
                .tag("uri", key.pattern())
                .tag("status", key.status())
                .tag("outcome", outcome(key.status()))
                .tag("exception", key.failure())
                .tag("error", key.failure())
                .register(meters);
    }

    private static String outcome(String status) {
        return switch (status.charAt(0)) {
            case '2' -> "SUCCESS";
            case '3' -> "REDIRECTION";
            case '4' -> "CLIENT_ERROR";
            case '5' -> "SERVER_ERROR";
            default -> UNKNOWN;
        };
    }
}
