package io.daybook.api.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * How far something long is: a bar that redraws itself on a terminal, a line per tenth elsewhere.
 */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 28;
    private static final Duration REDRAW = Duration.ofMillis(100);

    private final PrintWriter out;
    private final boolean terminal;
    private final String label;
    private final long total;
    private final long startedAt = System.nanoTime();
    private long done;
    private long drawnAt = startedAt - REDRAW.toNanos();
    private int tenths;

    Progress(PrintWriter out, boolean terminal, String label, long total) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
        this.total = total;
    }

    /**
     * The launcher knows whether the error stream is a terminal; Java can only ask about all
     * streams at once.
     */
    static boolean onTerminal() {
        return Boolean.getBoolean("daybook.terminal");
    }

    synchronized void advance() {
        to(done + 1);
    }

    synchronized void to(long reached) {
        done = reached;
        if (terminal) {
            redraw(false);
        } else {
            lineForEachTenth();
        }
    }

    @Override
    public synchronized void close() {
        if (terminal && total > 0) {
            redraw(true);
            out.println();
            out.flush();
        }
    }

    private void redraw(boolean always) {
        long now = System.nanoTime();
        if (always || done == total || now - drawnAt >= REDRAW.toNanos()) {
            drawnAt = now;
            // "Erase to the end of the line": the text gets shorter as the estimate does.
            out.print(
                    "\r" + bar(label, done, total, Duration.ofNanos(now - startedAt)) + "\u001b[K");
            out.flush();
        }
    }

    private void lineForEachTenth() {
        int reached = percent(done, total) / 10;
        if (reached > tenths) {
            tenths = reached;
            out.printf("%s: %d %% (%d of %d)%n", label, reached * 10, done, total);
            out.flush();
        }
    }

    static String bar(String label, long done, long total, Duration elapsed) {
        int percent = percent(done, total);
        int filled = WIDTH * percent / 100;
        double seconds = elapsed.toMillis() / 1000.0;
        double rate = seconds > 0 ? done / seconds : 0;
        var left =
                rate > 0 && done < total ? ", %s left".formatted(words((total - done) / rate)) : "";
        return String.format(
                Locale.ROOT,
                "%-17s [%s%s] %3d %%  %d/%d  %.0f/s%s",
                label,
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                percent,
                done,
                total,
                rate,
                left);
    }

    private static int percent(long done, long total) {
        return total <= 0 ? 100 : Math.clamp(100 * done / total, 0, 100);
    }

    private static String words(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60 ? whole + " s" : "%d min %02d s".formatted(whole / 60, whole % 60);
    }
}
