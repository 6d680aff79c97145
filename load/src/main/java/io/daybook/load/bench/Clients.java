package io.daybook.load.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs clients side by side and puts together what each measured. */
final class Clients {

    private Clients() {}

    static Latencies measure(int clients, IntFunction<Callable<Growing>> client) {
        var all = new Growing();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var parts = new ArrayList<Future<Growing>>();
            for (int i = 0; i < clients; i++) {
                parts.add(threads.submit(client.apply(i)));
            }
            for (Future<Growing> part : parts) {
                all.addAll(part.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return Latencies.of(all.toArray());
    }
}
