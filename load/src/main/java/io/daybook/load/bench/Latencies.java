package io.daybook.load.bench;

import java.util.Arrays;

/** What a number of operations took, in nanoseconds, smallest first. */
final class Latencies {

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    static Latencies of(long[] nanos) {
        long[] copy = nanos.clone();
        Arrays.sort(copy);
        return new Latencies(copy);
    }

    /** Milliseconds within which this part of the operations came to an end; 0 without any. */
    double millis(double quantile) {
        if (sorted.length == 0) {
            return 0;
        }
        int at = (int) Math.ceil(quantile * sorted.length) - 1;
        return sorted[Math.clamp(at, 0, sorted.length - 1)] / 1e6;
    }

    int count() {
        return sorted.length;
    }
}
