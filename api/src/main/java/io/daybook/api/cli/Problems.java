package io.daybook.api.cli;

import java.util.ArrayList;
import java.util.List;

/** What could not be imported, in the order it was found. Safe for use by many threads. */
final class Problems {

    /** One refused row. */
    record Problem(String file, long line, String message) {
        @Override
        public String toString() {
            return "%s:%d: %s".formatted(file, line, message);
        }
    }

    private final List<Problem> found = new ArrayList<>();
    private int dropped;

    synchronized void add(String file, long line, String message) {
        found.add(new Problem(file, line, Cli.oneLine(message)));
    }

    /** Rows that are fine themselves, but belong to a refused one. */
    synchronized void drop(int rows) {
        dropped += rows;
    }

    synchronized List<Problem> all() {
        return List.copyOf(found);
    }

    synchronized int skippedRows() {
        return found.size() + dropped;
    }
}
