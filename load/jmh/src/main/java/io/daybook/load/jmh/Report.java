package io.daybook.load.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run, for people and for programs. */
record Report(String date, int processors, String jdk, List<Row> benchmarks) {

    /**
     * @param error half of the interval that holds the mean with a probability of 99.9 %
     */
    record Row(
            String benchmark,
            Map<String, String> parameters,
            double nanosPerCall,
            double error,
            long callsPerSecond,
            double bytesPerCall) {

        static Row of(RunResult result) {
            var parameters = result.getParams();
            var names = new TreeMap<String, String>();
            parameters.getParamsKeys().forEach(name -> names.put(name, parameters.getParam(name)));
            var time = result.getPrimaryResult();
            var bytes =
                    Objects.requireNonNull(
                            result.getSecondaryResults().get("gc.alloc.rate.norm"),
                            "the profiler tells the bytes of a call");
            return new Row(
                    parameters.getBenchmark().replaceFirst(".*\\.(\\w+)\\.(\\w+)$", "$1.$2"),
                    names,
                    rounded(time.getScore()),
                    rounded(time.getScoreError()),
                    Math.round(1e9 / time.getScore()),
                    rounded(bytes.getScore()));
        }

        String markdown() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.1f ± %,.1f | %,d | %,.0f |",
                    benchmark,
                    parameters.entrySet().stream()
                            .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                            .collect(Collectors.joining(", ")),
                    nanosPerCall,
                    error,
                    callsPerSecond,
                    bytesPerCall);
        }
    }

    static Report of(Collection<RunResult> results) {
        return new Report(
                LocalDate.now(ZoneOffset.UTC).toString(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                results.stream().map(Row::of).toList());
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve("micro.json"), json.writeValueAsString(this) + "\n");
        Files.writeString(
                folder.resolve("micro.md"),
                """
                # Micro-benchmarks

                %s, %d processors, %s, one thread.

                | benchmark | | ns per call | calls per second | bytes allocated per call |
                |---|---|---|---|---|
                %s

                Written by `load/micro`. Short runs in one JVM each: differences within the error (99.9 %%) are none.
                """
                        .formatted(
                                date,
                                processors,
                                jdk,
                                benchmarks.stream()
                                        .map(Row::markdown)
                                        .collect(Collectors.joining("\n"))));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
