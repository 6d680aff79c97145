package io.daybook.load.bench;

import static io.daybook.load.bench.Report.number;

import io.daybook.load.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The benchmark: every figure of one run, most of them as a ratio to what the same database does
 * without the program. Arguments: data directory, seconds per part, milliseconds that a start took,
 * folder for the report.
 */
final class Bench {

    private static final int CLIENTS = 16;

    /** An order waits for six commits in a row, and so do its clients, mostly. */
    private static final int ORDER_CLIENTS = 64;

    private static final long EVENTS_TO_REBUILD = 200_000;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Target target;
    private final RawDatabase raw;
    private final Duration time;
    private final Report report = new Report();
    private final Shop shop;
    private final WarmUp warmUp;

    private Bench(Target target, RawDatabase raw, Duration time, long pid) {
        this.target = target;
        this.raw = raw;
        this.time = time;
        this.shop = new Shop(target);
        this.warmUp = new WarmUp(pid, time);
    }

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        var target =
                new Target(
                        URI.create(System.getenv("DAYBOOK_URL")), System.getenv("DAYBOOK_TOKEN"));
        long pid = Long.parseLong(arguments[4]);
        var bench =
                new Bench(
                        target,
                        new RawDatabase(data),
                        Duration.ofSeconds(Long.parseLong(arguments[1])),
                        pid);
        bench.all(Double.parseDouble(arguments[2]), pid);
        bench.report.write(
                Path.of(arguments[3]),
                "%s, %d processors, %s per part, everything on one machine."
                        .formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                Runtime.getRuntime().availableProcessors(),
                                arguments[1] + " s"));
    }

    private void all(double startMillis, long pid) throws IOException {
        shop.stock();
        warmUp();
        // The commands last: an order is made of commands, and those before go on warming them up.
        orders();
        reads();
        commands();
        hotSku();
        lag(100, 10, 50);
        lag(500, 15, 100);
        lag(1000, Double.NaN, Double.NaN);
        fill();
        rebuild();
        start(startMillis, pid);
    }

    private void warmUp() throws IOException {
        var loop = new ClosedLoop(target, CLIENTS);
        report.figure("coldCommandsPerSecond", warmUp.by(loop, shop.receive()));
        var orders = new ClosedLoop(target, ORDER_CLIENTS);
        report.figure("coldOrdersPerSecond", warmUp.by(orders, shop.confirmedOrder()));
        shop.lookAtOrders();
        report.figure("coldReadsPerSecond", warmUp.by(loop, shop.read()));
    }

    /** A rebuild of a short log says little about one of a long log. */
    private void fill() {
        var loop = new ClosedLoop(target, CLIENTS);
        while (head() < EVENTS_TO_REBUILD) {
            loop.run(Duration.ofSeconds(5), shop.receive());
        }
    }

    private double head() {
        return field(target.get("/api/v1/projections"), "head");
    }

    private void commands() throws IOException {
        var loop = new ClosedLoop(target, CLIENTS);
        compare(
                "commands",
                "(b) durable single-event commands over HTTP ÷ raw append",
                Pair.measure(
                        part -> raw.appendsPerSecond(CLIENTS, part),
                        part -> loop.run(part, shop.receive()),
                        time),
                0.15);
    }

    private void orders() throws IOException {
        var loop = new ClosedLoop(target, ORDER_CLIENTS);
        compare(
                "orders",
                "(c) orders placed, confirmed and readable ÷ raw append",
                Pair.measure(
                        part -> raw.appendsPerSecond(CLIENTS, part),
                        part -> loop.run(part, shop.confirmedOrder()),
                        time),
                0.03);
    }

    private void compare(String key, String what, Pair pair, double must) {
        report.figure(key + ".rawPerSecond", pair.raw());
        report.figure(key + ".perSecond", pair.perSecond());
        report.figure(key + ".ratio", pair.ratio());
        report.figure(key + ".p99Millis", pair.p99Millis());
        report.row(what, pair.told(), "≥ " + must, pair.ratio() >= must && pair.failed() == 0);
    }

    private void reads() throws IOException {
        List<String> ids = shop.lookAtOrders();
        var loop = new ClosedLoop(target, CLIENTS);
        compare(
                "reads",
                "(d) reads by id over HTTP ÷ the same SELECT",
                Pair.measure(
                        part -> raw.readsPerSecond("demo", ids, CLIENTS, part),
                        part -> loop.run(part, shop.read()),
                        time),
                0.2);
    }

    /** Everybody wants one SKU, and two clients others. */
    private void hotSku() {
        var others = new AtomicReference<ClosedLoop.Result>();
        Thread calm =
                Thread.ofPlatform()
                        .start(() ->
                                others.set(new ClosedLoop(target, 2).run(time, shop.receive())));
        var hot = new ClosedLoop(target, CLIENTS).run(time, shop.reserveTheHotOne());
        join(calm);
        Latencies calmLatencies = others.get().latencies();
        report.figure("hotReservationsPerSecond", hot.perSecond());
        report.figure("hotP99Millis", hot.latencies().millis(0.99));
        report.figure("otherSkusP99Millis", calmLatencies.millis(0.99));
        report.row(
                "(g) reservations on one SKU",
                "%s/s, p99 %s ms; other SKUs p99 %s ms"
                        .formatted(
                                number(hot.perSecond()),
                                number(hot.latencies().millis(0.99)),
                                number(calmLatencies.millis(0.99))),
                "≥ 500/s",
                hot.perSecond() >= 500 && hot.failed() == 0);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lag(int rate, double mostMedian, double most) {
        var result = new Lag(target).at(rate, time);
        double median = result.lag().millis(0.5);
        double p99 = result.lag().millis(0.99);
        report.figure("lagAt" + rate + "P50Millis", median);
        report.figure("lagAt" + rate + "P99Millis", p99);
        report.figure("lagAt" + rate + "Reached", result.reached());
        boolean asked = !Double.isNaN(most);
        report.row(
                "(e) commit to read model at " + rate + " commands/s",
                "p50 %s ms, p99 %s ms (%s/s reached)"
                        .formatted(number(median), number(p99), number(result.reached())),
                asked ? "p50 ≤ %.0f, p99 ≤ %.0f ms".formatted(mostMedian, most) : "reported",
                !asked || (median <= mostMedian && p99 <= most));
    }

    private void rebuild() {
        for (String projection : List.of("orders", "stock", "payments")) {
            String started =
                    target.post("/api/v1/projections/" + projection + "/rebuild", "{}")
                            .text("rebuildId");
            Reply status = target.get("/api/v1/projections/" + projection + "/rebuilds/" + started);
            while (status.text("status").equals("RUNNING")) {
                pause();
                status = target.get("/api/v1/projections/" + projection + "/rebuilds/" + started);
            }
            double speed = field(status, "eventsPerSecond");
            report.figure("rebuild." + projection + ".eventsPerSecond", speed);
            report.figure("rebuild." + projection + ".events", field(status, "total"));
            report.row(
                    "(f) rebuild of " + projection,
                    "%s events/s over %s".formatted(number(speed), number(field(status, "total"))),
                    "≥ 10,000/s",
                    speed >= 10_000 && status.text("status").equals("COMPLETED"));
        }
    }

    private void start(double startMillis, long pid) throws IOException {
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
        double megabytes = resident.find() ? Double.parseDouble(resident.group(1)) / 1024 : 0;
        report.figure("startMillis", startMillis);
        report.figure("residentMegabytes", megabytes);
        report.row(
                "(h) start to first answer, data directory in place, median of three",
                number(startMillis / 1000) + " s",
                "≤ 6 s",
                startMillis <= 6000);
        report.row(
                "(h) resident memory of the JVM after all of this",
                number(megabytes) + " MB",
                "≤ 550 MB",
                megabytes <= 550);
    }

    private static double field(Reply reply, String name) {
        Matcher number = Pattern.compile('"' + name + "\":([0-9.]+)").matcher(reply.body());
        return number.find() ? Double.parseDouble(number.group(1)) : Double.NaN;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
