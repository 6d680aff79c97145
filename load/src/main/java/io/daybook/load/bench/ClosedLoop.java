package io.daybook.load.bench;

import io.daybook.load.http.LightClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that send their next request when they have the answer to the last one. */
final class ClosedLoop {

    private final Target target;
    private final int clients;

    ClosedLoop(Target target, int clients) {
        this.target = target;
        this.clients = clients;
    }

    /** One request of one client. */
    @FunctionalInterface
    interface Operation {

        /**
         * Sends it.
         *
         * @return whether it was answered as hoped for
         */
        boolean run(LightClient client, long number) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param failed requests that were answered otherwise, and connections that broke
     */
    record Result(Latencies latencies, long failed, double seconds) {

        double perSecond() {
            return latencies.count() / seconds;
        }
    }

    Result run(Duration time, Operation operation) {
        var numbers = new AtomicLong();
        var failed = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        Latencies latencies =
                Clients.measure(clients, _ -> () -> client(end, operation, numbers, failed));
        return new Result(latencies, failed.get(), (System.nanoTime() - start) / 1e9);
    }

    private Growing client(long end, Operation operation, AtomicLong numbers, AtomicLong failed) {
        var nanos = new Growing();
        try (LightClient client = target.client()) {
            while (System.nanoTime() < end) {
                long before = System.nanoTime();
                try {
                    if (operation.run(client, numbers.incrementAndGet())) {
                        nanos.add(System.nanoTime() - before);
                    } else {
                        failed.incrementAndGet();
                    }
                } catch (IOException e) {
                    failed.incrementAndGet();
                }
            }
        }
        return nanos;
    }
}
