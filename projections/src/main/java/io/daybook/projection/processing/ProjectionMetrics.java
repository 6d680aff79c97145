package io.daybook.projection.processing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.axonframework.eventhandling.ReplayToken;

/** What one projection tells the monitoring. */
final class ProjectionMetrics {

    private static final String TAG = "projection";

    private final Counter events;
    private final Counter failedRetries;
    private final Timer commitToRead;
    private final Clock clock;

    ProjectionMetrics(MeterRegistry registry, Clock clock, String projection, Supplier<Lag> lag) {
        this.clock = clock;
        this.events =
                Counter.builder("daybook.projection.events")
                        .description("Events that were worked through")
                        .tag(TAG, projection)
                        .register(registry);
        this.failedRetries =
                Counter.builder("daybook.projection.retry.failures")
                        .description("Attempts at dead letters that failed again")
                        .tag(TAG, projection)
                        .register(registry);
        this.commitToRead =
                Timer.builder("daybook.projection.commit.to.read")
                        .description(
                                "From the recording of an event until readers see it; without rebuilds")
                        .tag(TAG, projection)
                        .publishPercentiles(0.5, 0.95, 0.99, 0.999)
                        .register(registry);
        gauge(registry, projection, "lag.events", "Positions behind the log", lag, Lag::events);
        gauge(
                registry,
                projection,
                "lag.millis",
                "Age of the oldest event not applied",
                lag,
                Lag::millis);
        gauge(
                registry,
                projection,
                "position",
                "Up to where every event is applied",
                lag,
                Lag::position);
        gauge(
                registry,
                projection,
                "dead.letters",
                "Events that failed or wait behind one",
                lag,
                Lag::deadLetters);
    }

    private static void gauge(
            MeterRegistry registry,
            String projection,
            String name,
            String description,
            Supplier<Lag> lag,
            ToDoubleFunction<Lag> value) {
        Gauge.builder("daybook.projection." + name, () -> value.applyAsDouble(lag.get()))
                .description(description)
                .tag(TAG, projection)
                .register(registry);
    }

    void committed(List<IncomingEvent> batch) {
        events.increment(batch.size());
        var now = clock.instant();
        for (var event : batch) {
            if (!ReplayToken.isReplay(event.message())) {
                commitToRead.record(Duration.between(event.message().getTimestamp(), now));
            }
        }
    }

    void retryFailed() {
        failedRetries.increment();
    }
}
