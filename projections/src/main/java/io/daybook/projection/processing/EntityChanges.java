package io.daybook.projection.processing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Those who wait for certain events of one entity to be applied. */
final class EntityChanges {

    private final ConcurrentHashMap<Key, List<Waiter>> waiting = new ConcurrentHashMap<>();
    private final Executor callers;

    private record Key(String projection, String entity) {}

    private record Waiter(Predicate<Object> awaited, CompletableFuture<Void> answer) {}

    EntityChanges(Executor callers) {
        this.callers = callers;
    }

    CompletableFuture<Void> next(
            String projection, String entity, Predicate<Object> awaited, Duration patience) {
        var key = new Key(projection, entity);
        var waiter = new Waiter(awaited, new CompletableFuture<>());
        waiting.merge(key, List.of(waiter), EntityChanges::joined);
        return waiter.answer()
                .completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((_, _) -> forget(key, waiter));
    }

    private static List<Waiter> joined(List<Waiter> some, List<Waiter> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private void forget(Key key, Waiter waiter) {
        waiting.computeIfPresent(
                key,
                (_, all) -> {
                    var others = all.stream().filter(other -> !other.equals(waiter)).toList();
                    return others.isEmpty() ? null : others;
                });
    }

    void committed(String projection, List<IncomingEvent> batch) {
        if (waiting.isEmpty()) {
            return;
        }
        for (var event : batch) {
            var payload = event.event() == null ? null : event.event().payload();
            if (payload != null) {
                waiting.getOrDefault(new Key(projection, event.key()), List.of()).stream()
                        .filter(waiter -> waiter.awaited().test(payload))
                        .forEach(waiter -> callers.execute(() -> waiter.answer().complete(null)));
            }
        }
    }
}
