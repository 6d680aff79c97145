package io.daybook.load.crash;

import io.daybook.load.http.LightClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads all the time, because reads have connections of their own that have to recover too. */
final class Reader implements Callable<List<Reader.Failure>> {

    private static final String[] PATHS = {"/api/v1/orders?limit=5", "/api/v1/inventory?limit=5"};

    private final LightClient http;
    private final Tally tally;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile long restUntil = System.nanoTime();

    Reader(LightClient http, Tally tally) {
        this.http = http;
        this.tally = tally;
    }

    /** A read without a good answer, between two moments of the clock of this machine. */
    record Failure(long fromNanos, long toNanos, String what) {}

    /**
     * Reads nothing for a while. Connections that were broken while nobody used them show only when
     * somebody uses them again.
     */
    void rest(Duration pause) {
        restUntil = System.nanoTime() + pause.toNanos();
    }

    Duration restLeft() {
        return Duration.ofNanos(Math.max(0, restUntil - System.nanoTime()));
    }

    void end() {
        ended.set(true);
    }

    @Override
    public List<Failure> call() throws InterruptedException {
        var failures = new ArrayList<Failure>();
        try (http) {
            for (int i = 0; !ended.get(); i++) {
                if (restLeft().isPositive()) {
                    Thread.sleep(25);
                    continue;
                }
                String path = PATHS[i % PATHS.length];
                long from = System.nanoTime();
                String problem = problem(path);
                if (!problem.isEmpty()) {
                    failures.add(new Failure(from, System.nanoTime(), path + ": " + problem));
                }
                Thread.sleep(25);
            }
        }
        return failures;
    }

    private String problem(String path) {
        try {
            var reply = http.get(path);
            tally.examine(reply, path);
            return reply.accepted() ? "" : reply.status() + " " + reply.body();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
