package io.daybook.load.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Collects the figures and writes them for people and for programs. */
final class Report {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();

    void figure(String key, double value) {
        figures.put(key, Math.round(value * 1000) / 1000.0);
    }

    double figure(String key) {
        return figures.get(key) instanceof Double value ? value : Double.NaN;
    }

    @SuppressWarnings("SystemOut") // for the person at the terminal
    void row(String what, String measured, String must, boolean met) {
        rows.add("| %s | %s | %s | %s |".formatted(what, measured, must, met ? "yes" : "**no**"));
        System.out.printf("%-62s %-56s %-26s %s%n", what, measured, must, met ? "met" : "MISSED");
    }

    static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }

    void write(Path folder, String about) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("bench.json"),
                JsonMapper.builder()
                                .build()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(figures)
                        + "\n");
        Files.writeString(
                folder.resolve("bench.md"),
                """
                # Benchmark

                %s

                | what | measured | must | met |
                |---|---|---|---|
                %s

                Written by `load/bench`; the load generator shares the processors with the program and its database.
                """
                        .formatted(about, String.join("\n", rows)));
    }
}
