package io.daybook.load.bench;

import io.daybook.load.http.LightClient;
import io.daybook.load.http.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after its answer a command is visible in the read model, at a given rate of commands. A
 * probe sends a command, takes the token of the answer and reads with it at once: the read waits
 * until the read model is there. What is measured is the whole read, so the lag is at most that.
 */
final class Lag {

    private static final int PROBES = 2;
    private static final int CLIENTS = 16;

    private final Target target;

    Lag(Target target) {
        this.target = target;
    }

    /**
     * What was seen.
     *
     * @param reached commands per second that were really answered
     */
    record Result(Latencies lag, double reached) {}

    Result at(int commandsPerSecond, Duration time) {
        var tickets = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        double interval = 1e9 / commandsPerSecond;
        var answered = new AtomicLong();
        Latencies lags =
                Clients.measure(
                        CLIENTS,
                        number ->
                                () -> {
                                    var mine = new Growing();
                                    try (LightClient client = target.client()) {
                                        while (true) {
                                            long ticket = tickets.getAndIncrement();
                                            long due = start + (long) (ticket * interval);
                                            if (due > end) {
                                                return mine;
                                            }
                                            LockSupport.parkNanos(due - System.nanoTime());
                                            command(client, ticket, number < PROBES, mine);
                                            answered.incrementAndGet();
                                        }
                                    }
                                });
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(lags, answered.get() / seconds);
    }

    private static void command(LightClient client, long ticket, boolean probes, Growing lags)
            throws IOException {
        String item = "/api/v1/inventory/LAG-" + ticket % 500 + "/main";
        Reply answer = client.post(item + "/receive", "{\"quantity\":1}");
        if (probes && answer.accepted()) {
            long before = System.nanoTime();
            Reply read =
                    client.get(
                            item,
                            "Consistency-Token",
                            answer.consistencyToken(),
                            "Prefer",
                            "wait=30");
            if (read.status() == 200) {
                lags.add(System.nanoTime() - before);
            }
        }
    }
}
