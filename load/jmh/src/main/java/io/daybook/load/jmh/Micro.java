package io.daybook.load.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the micro-benchmarks and writes their report. Arguments: folder for the report, then
 * patterns of benchmarks, all of them by default.
 */
final class Micro {

    private Micro() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        var options =
                new OptionsBuilder()
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        // Short: enough to see what costs twice as much, or grows with its data.
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(600))
                        .measurementIterations(10)
                        .measurementTime(TimeValue.milliseconds(150))
                        // Those of ./daybook start that change speed and allocation.
                        .jvmArgs("-Xmx256m", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders")
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true);
        for (int i = 1; i < arguments.length; i++) {
            options.include(arguments[i]);
        }
        var results = new Runner(options.build()).run();
        Report.of(results).write(Path.of(arguments[0]));
    }
}
