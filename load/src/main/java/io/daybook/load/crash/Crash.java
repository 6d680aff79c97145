package io.daybook.load.crash;

import java.io.IOException;
import java.nio.file.Path;
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
        Path log = options.data().resolveSibling(options.data().getFileName() + "-log");
        var program = new Program(options.launcher(), options.port(), options.data(), log);
        var database = new Database(options.data(), log);
        var report = new Report(options.results());
        Progress.say("seed %d, log in %s".formatted(options.seed(), log));
        boolean passed = true;
        try {
            program.start();
            for (Scenario scenario : scenarios) {
                var outcome = new Trial(scenario, options, program, database).run();
                report.write(outcome);
                passed &= outcome.passed();
            }
        } finally {
            if (program.isRunning()) {
                int code = program.stop();
                Progress.say("stopped with code %d".formatted(code));
            } else {
                database.stopOrphan();
            }
        }
        return passed;
    }
}
