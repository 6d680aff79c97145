package io.daybook.load.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One test: a share of the commands, and what happens meanwhile.
 *
 * @param cutPercent of the requests that lose their connection before the answer
 * @param thinkMillis pause of a client between its commands
 */
record Scenario(
        String name,
        int commands,
        List<Fault> faults,
        int cutPercent,
        int thinkMillis,
        Stage.Kind stage) {

    /** Few enough commands for processes to keep up: what piles up then is due to the fault. */
    private static final int MODERATE = 150;

    private Scenario(String name, int commands, List<Fault> faults) {
        this(name, commands, faults, 0, 0, Stage.Kind.PLAIN);
    }

    static List<Scenario> of(Options options) {
        int all = options.commands();
        var databaseFaults = new ArrayList<Fault>();
        for (int i = 0; i < options.databaseKills(); i++) {
            databaseFaults.add(i % 2 == 0 ? Fault.KILL_DATABASE : Fault.CRASH_BACKEND);
        }
        return List.of(
                new Scenario(
                        "application-kill",
                        share(all, 30),
                        Collections.nCopies(options.kills(), Fault.KILL_APPLICATION)),
                new Scenario("database-kill", share(all, 20), databaseFaults),
                new Scenario(
                        "pause",
                        share(all, 10),
                        List.of(Fault.PAUSE_APPLICATION, Fault.PAUSE_BACKENDS)),
                new Scenario("stalled-commit", share(all, 5), List.of(Fault.STALL_APPENDS)),
                new Scenario("cut-connections", share(all, 5), List.of(), 30, 0, Stage.Kind.PLAIN),
                new Scenario(
                        "clock-skew",
                        share(all, 10),
                        List.of(Fault.CLOCK_AHEAD, Fault.CLOCK_BEHIND, Fault.CLOCK_RIGHT)),
                new Scenario(
                        "full-disk",
                        share(all, 10),
                        List.of(Fault.FILL_DISK, Fault.FILL_LOG),
                        0,
                        0,
                        Stage.Kind.SMALL_DISK),
                new Scenario(
                        "slow-database",
                        share(all, 10),
                        List.of(Fault.SLOW_DATABASE),
                        0,
                        MODERATE,
                        Stage.Kind.SLOW_WAY));
    }

    private static int share(int commands, int percent) {
        return (int) (commands * (long) percent / 100);
    }

    /** Names are tenants too, which tells the tests' data apart. */
    static List<String> names() {
        return of(Options.parse(List.of())).stream().map(Scenario::name).toList();
    }
}
