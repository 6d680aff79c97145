package io.daybook.load.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One line of JSON per test, for people and for whoever keeps the figures. */
final class Report {

    private static final int SHOWN = 20;
    private static final int LONGEST = 2_000;

    private final Path file;

    Report(Path file) {
        this.file = file;
    }

    /** What a test was and what came of it. */
    record Outcome(
            Scenario scenario,
            long seed,
            Tally tally,
            int events,
            Duration load,
            Duration quiet,
            Map<Fault, List<Duration>> ready,
            Map<String, List<String>> checks) {

        boolean passed() {
            return checks.values().stream().allMatch(List::isEmpty);
        }
    }

    void write(Outcome outcome) throws IOException {
        write(line(outcome));
    }

    /** Neither passed nor failed. */
    void skipped(Scenario scenario, long seed, String reason) throws IOException {
        write(skippedLine(scenario, seed, reason));
    }

    static Map<String, Object> skippedLine(Scenario scenario, long seed, String reason) {
        var line = new LinkedHashMap<String, Object>();
        line.put("test", scenario.name());
        line.put("seed", seed);
        line.put("skipped", reason);
        return line;
    }

    private void write(Map<String, Object> fields) throws IOException {
        String line = JsonMapper.shared().writeValueAsString(fields);
        System.out.println(line);
        Files.writeString(file, line + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static Map<String, Object> line(Outcome outcome) {
        var line = new LinkedHashMap<String, Object>();
        line.put("test", outcome.scenario.name());
        line.put("seed", outcome.seed);
        line.put("pass", outcome.passed());
        line.put("commands", outcome.tally.taken());
        line.put("accepted", outcome.tally.accepted());
        line.put("refused", outcome.tally.refused());
        line.put("retries", outcome.tally.retries());
        line.put("putOff", outcome.tally.putOffs());
        line.put("repeats", outcome.tally.repeats());
        line.put("cuts", outcome.tally.cuts());
        line.put("slowestMillis", outcome.tally.slowestMillis());
        line.put("events", outcome.events);
        line.put("loadMillis", outcome.load.toMillis());
        line.put("quietMillis", outcome.quiet.toMillis());
        line.put("faults", faults(outcome.ready));
        var counts = new LinkedHashMap<String, Integer>();
        var findings = new ArrayList<String>();
        outcome.checks.forEach((name, found) -> {
            counts.put(name, found.size());
            found.stream()
                    .limit(SHOWN)
                    .map(finding -> name + ": " + finding)
                    .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                    .forEach(findings::add);
        });
        line.put("found", counts);
        line.put("findings", findings);
        return line;
    }

    private static Map<String, Object> faults(Map<Fault, List<Duration>> ready) {
        var faults = new LinkedHashMap<String, Object>();
        ready.forEach((fault, took) -> {
            var figures = new LinkedHashMap<String, Object>();
            figures.put("count", took.size());
            figures.put("limitMillis", fault.readySeconds() * 1_000);
            figures.put(
                    "readyMillisMax", took.stream().mapToLong(Duration::toMillis).max().orElse(0));
            figures.put("readyMillis", took.stream().map(Duration::toMillis).toList());
            faults.put(fault.name().toLowerCase(Locale.ROOT).replace('_', '-'), figures);
        });
        return faults;
    }
}
