package io.daybook.load.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Starts Daybook on a fresh data directory and puts it through every test. */
public final class Crash {

    private Crash() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            Progress.say(String.valueOf(e.getMessage()));
            System.exit(64);
            return;
        }
        List<Scenario> wanted =
                Scenario.of(options).stream()
                        .filter(s -> options.only() == null || s.name().equals(options.only()))
                        .toList();
        if (wanted.isEmpty()) {
            Progress.say("there is no such test; there are %s".formatted(Scenario.names()));
            System.exit(64);
        }
        System.exit(run(wanted, options) ? 0 : 1);
    }

    private static boolean run(List<Scenario> scenarios, Options options)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var report = new Report(options.results());
        Progress.say("seed %d, log in %s".formatted(options.seed(), Stage.log(options)));
        boolean passed = true;
        for (Stage.Kind kind : Stage.Kind.values()) {
            var here = scenarios.stream().filter(each -> each.stage() == kind).toList();
            if (!here.isEmpty()) {
                passed &= run(here, kind, options, report);
            }
        }
        return passed;
    }

    private static boolean run(
            List<Scenario> scenarios, Stage.Kind kind, Options options, Report report)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        Stage stage;
        try {
            int commands = scenarios.stream().mapToInt(Scenario::commands).sum();
            stage = Stage.open(kind, options, commands);
        } catch (ImpossibleHereException e) {
            for (Scenario scenario : scenarios) {
                report.skipped(scenario, options.seed(), String.valueOf(e.getMessage()));
            }
            return true;
        }
        boolean passed = true;
        try {
            for (Scenario scenario : scenarios) {
                var outcome = new Trial(scenario, options, stage).run();
                report.write(outcome);
                passed &= outcome.passed();
            }
        } finally {
            stage.end();
        }
        return passed;
    }
}
