package io.daybook.load.crash;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out the commands of a test and counts what becomes of them. */
final class Tally {

    private final int commands;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    Tally(int commands) {
        this.commands = commands;
    }

    boolean take() {
        return taken.incrementAndGet() <= commands;
    }

    int taken() {
        return Math.min(commands, taken.get());
    }

    void answered(boolean wasAccepted) {
        (wasAccepted ? accepted : refused).incrementAndGet();
    }

    void retried() {
        retries.incrementAndGet();
    }

    void repeated() {
        repeats.incrementAndGet();
    }

    void cut() {
        cuts.incrementAndGet();
    }

    /** An answer that no caller should ever get. */
    void fault(String what) {
        faults.add(what);
    }

    int accepted() {
        return accepted.get();
    }

    int refused() {
        return refused.get();
    }

    int retries() {
        return retries.get();
    }

    int repeats() {
        return repeats.get();
    }

    int cuts() {
        return cuts.get();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}
