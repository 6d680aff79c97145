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
            var lines = new Lines();
            try {
                for (CSVRecord each : records) {
                    line = lines.of(each);
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
     * Tells the line of each record in turn. A record may be preceded by empty lines and span
     * several, so counting records would not do; counting goes on from the record before.
     */
    private final class Lines {

        private int at;
        private long line = 1;

        long of(CSVRecord each) {
            int start = Math.toIntExact(each.getCharacterPosition());
            while (start < text.length() && isBreak(text.charAt(start))) {
                start++;
            }
            for (; at < start; at++) {
                char here = text.charAt(at);
                boolean pair =
                        here == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
                if (isBreak(here) && !pair) {
                    line++;
                }
            }
            return line;
        }

        private static boolean isBreak(char each) {
            return each == '\n' || each == '\r';
        }
    }
}
