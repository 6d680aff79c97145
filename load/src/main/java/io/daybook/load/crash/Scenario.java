package io.daybook.load.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One test: a share of the commands, and what happens meanwhile.
 *
 * @param cutPercent of the requests that lose their connection before the answer
 */
record Scenario(String name, int commands, List<Fault> faults, int cutPercent) {

    static List<Scenario> of(Options options) {
        int all = options.commands();
        var databaseFaults = new ArrayList<Fault>();
        for (int i = 0; i < options.databaseKills(); i++) {
            databaseFaults.add(i % 2 == 0 ? Fault.KILL_DATABASE : Fault.CRASH_BACKEND);
        }
        return List.of(
                new Scenario(
                        "application-kill",
                        share(all, 40),
                        Collections.nCopies(options.kills(), Fault.KILL_APPLICATION),
                        0),
                new Scenario("database-kill", share(all, 30), databaseFaults, 0),
                new Scenario(
                        "pause",
                        share(all, 10),
                        List.of(Fault.PAUSE_APPLICATION, Fault.PAUSE_BACKENDS),
                        0),
                new Scenario("stalled-commit", share(all, 10), List.of(Fault.STALL_APPENDS), 0),
                new Scenario("cut-connections", share(all, 10), List.of(), 30));
    }

    private static int share(int commands, int percent) {
        return (int) (commands * (long) percent / 100);
    }

    /** Names are tenants too, which tells the tests' data apart. */
    static List<String> names() {
        return of(Options.parse(List.of())).stream().map(Scenario::name).toList();
    }
}
