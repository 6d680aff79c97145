package io.daybook.projection.processing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Those who wait for the next event of one entity to be applied. */
final class EntityChanges {

    private final ConcurrentHashMap<Key, CompletableFuture<Void>> awaited =
            new ConcurrentHashMap<>();
    private final Executor callers;

    private record Key(String projection, String entity) {}

    EntityChanges(Executor callers) {
        this.callers = callers;
    }

    /** Shared by all who wait for the same entity; the first one's patience counts. */
    @SuppressWarnings("FutureReturnValueIgnored") // removing a key cannot fail
    CompletableFuture<Void> next(String projection, String entity, Duration patience) {
        var key = new Key(projection, entity);
        var known = awaited.get(key);
        if (known != null) {
            return known;
        }
        var fresh = new CompletableFuture<Void>();
        var earlier = awaited.putIfAbsent(key, fresh);
        if (earlier != null) {
            return earlier;
        }
        fresh.completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((_, _) -> awaited.remove(key, fresh));
        return fresh;
    }

    void committed(String projection, List<IncomingEvent> batch) {
        if (awaited.isEmpty()) {
            return;
        }
        for (var event : batch) {
            var waiting = awaited.remove(new Key(projection, event.key()));
            if (waiting != null) {
                callers.execute(() -> waiting.complete(null));
            }
        }
    }
}
