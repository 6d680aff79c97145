package io.daybook.api.cli;

import io.daybook.api.cli.OrderDesk.Outcome;
import io.daybook.api.cli.Standing.Fate;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What an import did, in figures that come from the instance's own answers. */
record Summary(
        int products,
        long unitsReceived,
        List<Outcome> outcomes,
        Problems problems,
        String currency,
        Duration duration) {

    Summary {
        outcomes = List.copyOf(outcomes);
    }

    int exitCode() {
        return problems.skippedRows() == 0 ? 0 : Cli.INCOMPLETE;
    }

    void print(PrintWriter out) {
        row(out, "products", products);
        row(out, "units received", unitsReceived);
        row(out, "orders", outcomes.size());
        row(out, "  placed now", placedNow());
        row(out, "  already there", outcomes.size() - placedNow());
        row(out, "  confirmed", count(Fate.CONFIRMED));
        row(out, "  shipped", count(Fate.SHIPPED));
        row(out, "  rejected", count(Fate.REJECTED));
        if (count(Fate.OTHER) > 0) {
            row(out, "  otherwise", count(Fate.OTHER));
        }
        row(out, "lines", accepted().stream().mapToLong(each -> each.order().lineCount()).sum());
        amount(out, "items", "items");
        amount(out, "discounts", "discount");
        amount(out, "shipping", "shipping");
        amount(out, "total", "total");
        row(out, "rows skipped", problems.skippedRows());
        out.printf(
                Locale.ROOT,
                "%-16s %16.1f s (%.1f orders/s)%n",
                "duration",
                seconds(),
                outcomes.size() / seconds());
        out.flush();
    }

    private double seconds() {
        return Math.max(1, duration.toMillis()) / 1000.0;
    }

    private long placedNow() {
        return outcomes.stream().filter(Outcome::placedNow).count();
    }

    private long count(Fate fate) {
        return outcomes.stream().filter(outcome -> outcome.fate() == fate).count();
    }

    private List<Outcome> accepted() {
        return outcomes.stream().filter(outcome -> outcome.fate() != Fate.REJECTED).toList();
    }

    private void amount(PrintWriter out, String label, String total) {
        var sum =
                accepted().stream()
                        .map(outcome -> outcome.order().total(total))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        out.printf(Locale.ROOT, "%-16s %,16.2f %s%n", label, sum, currency);
    }

    private static void row(PrintWriter out, String label, long count) {
        out.printf(Locale.ROOT, "%-16s %,16d%n", label, count);
    }
}
