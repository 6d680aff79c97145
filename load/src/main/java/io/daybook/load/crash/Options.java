package io.daybook.load.crash;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param only the one test to run; all when {@code null}
 * @param slack factor on the time limits, for a machine that has other things to do
 */
record Options(
        Path launcher,
        Path results,
        Path data,
        int port,
        int kills,
        int databaseKills,
        int commands,
        int clients,
        long seed,
        double slack,
        @Nullable String only) {

    private static final class Draft {
        Path launcher = Path.of("daybook");
        Path results = Path.of("crash.jsonl");
        Path data = Path.of("crash-data");
        int port = 18_190;
        int kills = 3;
        int databaseKills = 2;
        int commands = 3_000;
        int clients = 8;
        long seed = System.nanoTime() & Integer.MAX_VALUE;
        double slack = 1;
        @Nullable String only;
    }

    /**
     * @throws IllegalArgumentException when an option is unknown or its value is missing
     */
    static Options parse(List<String> arguments) {
        var draft = new Draft();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if ("--long".equals(name)) {
                draft.kills = 50;
                draft.databaseKills = 30;
                draft.commands = 100_000;
            } else if (rest.hasNext()) {
                set(draft, name, rest.next());
            } else {
                throw new IllegalArgumentException("unknown option, or without its value: " + name);
            }
        }
        return new Options(
                draft.launcher,
                draft.results,
                draft.data,
                draft.port,
                draft.kills,
                draft.databaseKills,
                draft.commands,
                draft.clients,
                draft.seed,
                draft.slack,
                draft.only);
    }

    private static void set(Draft draft, String name, String value) {
        switch (name) {
            case "--launcher" -> draft.launcher = Path.of(value);
            case "--results" -> draft.results = Path.of(value);
            case "--data" -> draft.data = Path.of(value);
            case "--port" -> draft.port = Integer.parseInt(value);
            case "--kills" -> draft.kills = Integer.parseInt(value);
            case "--database-kills" -> draft.databaseKills = Integer.parseInt(value);
            case "--commands" -> draft.commands = Integer.parseInt(value);
            case "--clients" -> draft.clients = Integer.parseInt(value);
            case "--seed" -> draft.seed = Long.parseLong(value);
            case "--slack" -> draft.slack = Double.parseDouble(value);
            case "--only" -> draft.only = value;
            default -> throw new IllegalArgumentException("unknown option " + name);
        }
    }
}
