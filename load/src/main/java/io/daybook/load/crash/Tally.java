package io.daybook.load.crash;

import io.daybook.load.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out the commands of a test and counts what becomes of them. */
final class Tally {

    private final int commands;
    private final AtomicBoolean undisturbed = new AtomicBoolean();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger slowestMillis = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> late = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    Tally(int commands) {
        this.commands = commands;
    }

    /** As many as the test has, and more while faults are still to come: each needs a load. */
    boolean take() {
        if (taken.incrementAndGet() <= commands || !undisturbed.get()) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    /** No further fault comes. */
    void undisturbed() {
        undisturbed.set(true);
    }

    int taken() {
        return taken.get();
    }

    void answered(boolean wasAccepted) {
        (wasAccepted ? accepted : refused).incrementAndGet();
    }

    void retried() {
        retries.incrementAndGet();
    }

    /** Answered with a 503. */
    void putOff() {
        putOff.incrementAndGet();
    }

    /** A command whose sender stopped waiting for an answer on an open connection. */
    void late(String what) {
        late.add(what);
    }

    void repeated() {
        repeats.incrementAndGet();
    }

    void cut() {
        cuts.incrementAndGet();
    }

    /** Notes an answer down when it is one that no caller should ever get. */
    void examine(Reply reply, String to) {
        if (reply.status() >= 500 && reply.status() != 503) {
            faults.add(reply.status() + " to " + to + ": " + reply.body());
        }
    }

    void took(Duration time) {
        slowestMillis.accumulateAndGet(Math.toIntExact(time.toMillis()), Math::max);
    }

    /** Of the answers to commands, also of those that put them off. */
    int slowestMillis() {
        return slowestMillis.get();
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

    int putOffs() {
        return putOff.get();
    }

    List<String> late() {
        return List.copyOf(late);
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
