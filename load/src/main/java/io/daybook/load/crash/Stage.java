package io.daybook.load.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Daybook and its database as a test needs them, and the trouble that only this set-up can make.
 */
interface Stage {

    /** What a test runs on. */
    enum Kind {
        /** As users start it. */
        PLAIN,
        /** All data on a file system of its own that can be full. */
        SMALL_DISK,
        /** A database of its own, behind a proxy that can be slow. */
        SLOW_WAY
    }

    Program program();

    Database database();

    void trouble() throws IOException, InterruptedException;

    void relieve() throws IOException, InterruptedException;

    void end() throws IOException, InterruptedException;

    /**
     * Starts everything.
     *
     * @param commands that will be sent there
     * @throws ImpossibleHereException when this machine does not let us
     */
    static Stage open(Kind kind, Options options, int commands)
            throws IOException, InterruptedException, SQLException {
        Path log = log(options);
        return switch (kind) {
            case PLAIN -> PlainStage.open(options, options.data(), log);
            case SMALL_DISK ->
                    SmallDiskStage.open(options, beside(options, "small-disk"), log, commands);
            case SLOW_WAY -> SlowWayStage.open(options, beside(options, "slow-way"), log);
        };
    }

    static Path log(Options options) {
        return beside(options, "log");
    }

    private static Path beside(Options options, String name) {
        return options.data().resolveSibling(options.data().getFileName() + "-" + name);
    }

    /** Ends the program, and its database when that outlived it. */
    static void end(Program program, Database database) throws IOException, InterruptedException {
        if (program.isRunning()) {
            Progress.say("stopped with code %d".formatted(program.stop()));
        }
        database.stopOrphan();
    }
}
