package io.daybook.load.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs a load until the JVM under it has compiled what is hot in it: its compilers share the
 * processors with everything else, and at first they are the busiest of all.
 */
final class WarmUp {

    private static final int MOST_WINDOWS = 20;

    /** Of one processor. */
    private static final double NEARLY_IDLE = 0.1;

    /** Of Linux, in practice everywhere. */
    private static final double TICKS_PER_SECOND = 100;

    private final Path threads;
    private final Duration window;

    /**
     * @param pid of the JVM
     */
    WarmUp(long pid, Duration window) {
        this.threads = Path.of("/proc/" + pid + "/task");
        this.window = window;
    }

    /**
     * Returns when the compilers are nearly idle, or after twenty windows.
     *
     * @return the requests per second of the first window, as whoever comes right after a start
     *     sees them
     */
    double by(ClosedLoop loop, ClosedLoop.Operation operation) throws IOException {
        double cold = Double.NaN;
        for (int n = 0; n < MOST_WINDOWS; n++) {
            double before = compilerSeconds();
            var result = loop.run(window, operation);
            cold = n == 0 ? result.perSecond() : cold;
            // A compiler thread that has ended takes its time with it.
            if (Math.abs(compilerSeconds() - before) / result.seconds() < NEARLY_IDLE) {
                break;
            }
        }
        return cold;
    }

    private double compilerSeconds() throws IOException {
        double ticks = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
            for (Path thread : all) {
                ticks += ticksIfCompiler(thread);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static double ticksIfCompiler(Path thread) throws IOException {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            // The name is in parentheses; what follows it is counted from the third field on.
            int name = stat.lastIndexOf(')');
            if (!stat.substring(0, name).contains("CompilerThre")) {
                return 0;
            }
            String[] fields = stat.substring(name + 2).split(" ", -1);
            return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
