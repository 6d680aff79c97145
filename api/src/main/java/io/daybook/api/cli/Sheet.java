package io.daybook.api.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file with a header line.
 *
 * @param name as it appears in messages
 */
record Sheet(String name, String text) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreHeaderCase(true)
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .get();

    Sheet {
        // Spreadsheets like to put a byte order mark in front.
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Hands each row over; a row that the reader refuses, and one that cannot be read, become
     * problems.
     */
    void read(Set<String> required, Problems problems, Consumer<Row> reader) {
        try (var records = CSVParser.parse(new StringReader(text), FORMAT)) {
            refuseMissingColumns(required, records);
            long line = 1;
            try {
                for (CSVRecord each : records) {
                    line = lineAt(each.getCharacterPosition());
                    read(new Row(name, line, each), reader, problems);
                }
            } catch (UncheckedIOException | IllegalStateException broken) {
                problems.add(name, line, "not readable after this line: " + broken.getMessage());
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Failure("%s is not readable: %s".formatted(name, broken.getMessage()));
        }
    }

    private void read(Row row, Consumer<Row> reader, Problems problems) {
        try {
            row.refuseWrongWidth();
            reader.accept(row);
        } catch (BadRow bad) {
            problems.add(name, row.line(), bad.getMessage());
        }
    }

    private void refuseMissingColumns(Set<String> required, CSVParser records) {
        var present =
                records.getHeaderNames().stream()
                        .map(header -> header.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        var missing = new TreeSet<>(required);
        missing.removeAll(present);
        if (!missing.isEmpty()) {
            throw new Failure("%s lacks the column %s".formatted(name, String.join(", ", missing)));
        }
    }

    /**
     * A record may be preceded by empty lines and span several, so counting records would not do.
     */
    private long lineAt(long position) {
        int start = Math.toIntExact(position);
        while (start < text.length()
                && (text.charAt(start) == '\n' || text.charAt(start) == '\r')) {
            start++;
        }
        return 1 + text.substring(0, start).lines().count() - (startsLine(start) ? 0 : 1);
    }

    private boolean startsLine(int position) {
        return position == 0
                || text.charAt(position - 1) == '\n'
                || text.charAt(position - 1) == '\r';
    }
}
