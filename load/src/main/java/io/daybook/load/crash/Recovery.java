package io.daybook.load.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One fault and how the program came through it, in nanoseconds of this machine's clock.
 *
 * @param began when it was done
 * @param over from when on the program could work again
 * @param ready when it accepted a command again
 * @param felt whether the fault showed at all while it lasted
 */
record Recovery(Fault fault, long began, long over, long ready, boolean felt) {

    Duration took() {
        return Duration.ofNanos(ready - over);
    }

    static Map<Fault, List<Duration>> byFault(List<Recovery> recoveries) {
        var took = new EnumMap<Fault, List<Duration>>(Fault.class);
        for (Recovery each : recoveries) {
            took.computeIfAbsent(each.fault, _ -> new ArrayList<>()).add(each.took());
        }
        return took;
    }

    /** Faults that nobody noticed: a test of them shows nothing. */
    static List<String> unfelt(List<Recovery> recoveries) {
        return recoveries.stream()
                .filter(each -> !each.felt)
                .map(each -> each.fault + " was not felt")
                .toList();
    }

    /** Commands that had to wait longer than they may. */
    static List<String> late(List<Recovery> recoveries, double slack) {
        return recoveries.stream()
                .filter(each -> each.took().toNanos() > each.limitNanos(slack))
                .map(each -> each.fault + ": ready after " + each.took().toMillis() + " ms")
                .toList();
    }

    /** Reads that failed although nothing was going on, or no longer was. */
    static List<String> lateReads(
            List<Recovery> recoveries, List<Reader.Failure> failures, double slack) {
        var found = new ArrayList<String>();
        for (Reader.Failure failure : failures) {
            boolean excused =
                    recoveries.stream()
                            .anyMatch(each ->
                                    failure.toNanos() >= each.began
                                            && failure.toNanos() <= each.excusedUntil(slack));
            if (!excused) {
                found.add(
                        "%s, given %d ms after the last fault was over"
                                .formatted(failure.what(), sinceLast(recoveries, failure)));
            }
        }
        return found;
    }

    private static long sinceLast(List<Recovery> recoveries, Reader.Failure failure) {
        long last =
                recoveries.stream()
                        .mapToLong(Recovery::over)
                        .filter(over -> over <= failure.toNanos())
                        .max()
                        .orElse(failure.toNanos());
        return Duration.ofNanos(failure.toNanos() - last).toMillis();
    }

    /**
     * A program that takes no commands in time is reported for that, not once more for its reads.
     */
    private long excusedUntil(double slack) {
        return Math.max(ready, over + limitNanos(slack));
    }

    private long limitNanos(double slack) {
        return (long) (fault.readySeconds() * 1e9 * slack);
    }
}
