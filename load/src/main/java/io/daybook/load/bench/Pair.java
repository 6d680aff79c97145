package io.daybook.load.bench;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The database alone and the program in front of it, in turn: the speed of a machine changes within
 * minutes, and a ratio of two figures from different minutes says more about the machine.
 *
 * @param raw what the database did per second, on average over the rounds
 * @param perSecond what the program did
 * @param failed requests that were not answered as hoped for
 * @param p99Millis of the rounds, the median
 * @param lowest the lowest ratio of a round
 * @param highest the highest ratio of a round
 */
record Pair(
        double raw,
        double perSecond,
        long failed,
        double p99Millis,
        double lowest,
        double highest) {

    private static final int ROUNDS = 8;

    /** Shorter ones would measure their own beginning. */
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    /** What the database does per second when nothing stands in front of it. */
    @FunctionalInterface
    interface Raw {
        double perSecond(Duration time) throws IOException;
    }

    /** What the program does. */
    @FunctionalInterface
    interface Program {
        ClosedLoop.Result run(Duration time);
    }

    /**
     * @param time for each of the two, over all rounds; a round takes two seconds at least
     */
    static Pair measure(Raw database, Program program, Duration time) throws IOException {
        Duration even = time.dividedBy(ROUNDS).plusMillis(500).truncatedTo(SECONDS);
        Duration part = even.compareTo(SHORTEST) < 0 ? SHORTEST : even;
        double raw = 0;
        double done = 0;
        long failed = 0;
        var p99 = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            double alone = database.perSecond(part);
            ClosedLoop.Result result = program.run(part);
            raw += alone / ROUNDS;
            done += result.perSecond() / ROUNDS;
            failed += result.failed();
            p99.add(result.latencies().millis(0.99));
            ratios.add(result.perSecond() / alone);
        }
        List<Double> sorted = p99.stream().sorted().toList();
        return new Pair(
                raw,
                done,
                failed,
                sorted.get(ROUNDS / 2),
                ratios.stream().min(Double::compare).orElseThrow(),
                ratios.stream().max(Double::compare).orElseThrow());
    }

    double ratio() {
        return perSecond / raw;
    }

    /** For people: the rate of each, the ratio, and between which bounds it was. */
    String told() {
        return "%s/s ÷ %s/s = %s (%s to %s)"
                .formatted(
                        Report.number(perSecond),
                        Report.number(raw),
                        Report.number(ratio()),
                        Report.number(lowest),
                        Report.number(highest));
    }
}
