package io.daybook.load.crash;

import io.daybook.load.crash.Report.Outcome;
import io.daybook.load.http.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one scenario on a running program and judges it. */
final class Trial {

    /** A command is answered by then, if only with a 503, whatever happens. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration UNTIL_QUIET = Duration.ofMinutes(3);
    private static final int REPEATED = 200;

    private final Scenario scenario;
    private final Options options;
    private final Stage stage;
    private final Program program;
    private final Database database;
    private final Tally tally;
    private final Path ledgerFile;

    Trial(Scenario scenario, Options options, Stage stage) {
        this.scenario = scenario;
        this.options = options;
        this.stage = stage;
        this.program = stage.program();
        this.database = stage.database();
        this.tally = new Tally(scenario.commands());
        this.ledgerFile =
                options.data()
                        .resolveSibling(
                                options.data().getFileName() + "-ledger-" + scenario.name());
    }

    Outcome run() throws IOException, InterruptedException, ExecutionException, SQLException {
        String token = program.token(scenario.name());
        Progress.say("%s: %d commands".formatted(scenario.name(), scenario.commands()));
        var reader = new Reader(program.client(token, patience()), tally);
        try (Ledger ledger = Ledger.create(ledgerFile);
                var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Future<List<Reader.Failure>> reads = threads.submit(reader);
            long started = System.nanoTime();
            List<Recovery> recoveries = underLoad(token, ledger, reader, threads);
            Duration load = since(started);
            Thread.sleep(reader.restLeft().plusSeconds(1));
            started = System.nanoTime();
            awaitQuiet(token);
            Duration quiet = since(started);
            reader.end();
            repeat(token, ledger);
            return judged(token, recoveries, reads.get(), load, quiet);
        } finally {
            reader.end();
        }
    }

    private Outcome judged(
            String token,
            List<Recovery> recoveries,
            List<Reader.Failure> failures,
            Duration load,
            Duration quiet)
            throws IOException, InterruptedException, SQLException {
        Evidence evidence = evidence(token);
        Map<String, List<String>> checks = Checks.of(evidence);
        checks.put("answered-in-time", tally.late());
        checks.put("faults-took-effect", Recovery.unfelt(recoveries));
        checks.put("commands-recover", Recovery.late(recoveries, options.slack()));
        checks.put("reads-recover", Recovery.lateReads(recoveries, failures, options.slack()));
        return new Outcome(
                scenario,
                options.seed(),
                tally,
                evidence.log().size(),
                load,
                quiet,
                Recovery.byFault(recoveries),
                checks);
    }

    private List<Recovery> underLoad(
            String token, Ledger ledger, Reader reader, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        var random = new Random(options.seed());
        Future<List<Recovery>> faults =
                threads.submit(
                        new Faults(
                                scenario.faults(),
                                stage,
                                token,
                                reader,
                                tally,
                                scenario.commands(),
                                random.nextLong()));
        var clients = new ArrayList<Future<Boolean>>();
        for (int i = 0; i < options.clients(); i++) {
            clients.add(
                    threads.submit(
                            new Client(
                                    program.client(token, patience()),
                                    new Shopper("c" + i, random.nextLong()),
                                    ledger,
                                    tally,
                                    random.nextLong(),
                                    scenario)));
        }
        for (Future<Boolean> client : clients) {
            if (!client.get()) {
                Progress.say("a client gave up; the checks will show it");
            }
        }
        return faults.get();
    }

    /** Nothing on its way, nothing parked, and no event for two seconds. */
    private void awaitQuiet(String token) throws IOException, InterruptedException, SQLException {
        long deadline = System.nanoTime() + UNTIL_QUIET.toNanos();
        try (var client = program.client(token, PATIENCE)) {
            var reading = new Reading(client);
            long head = -1;
            int unchanged = 0;
            while (unchanged < 8 && System.nanoTime() < deadline) {
                long now = reading.headIfQuiet();
                boolean still = now == head && now >= 0 && database.parked() == 0;
                unchanged = still ? unchanged + 1 : 0;
                head = now;
                Thread.sleep(250);
            }
            if (unchanged < 8) {
                Progress.say("did not come to rest in %d s".formatted(UNTIL_QUIET.toSeconds()));
            }
        }
    }

    /** Asks again for answers that were given before the faults. */
    private void repeat(String token, Ledger ledger) throws IOException {
        var entries = new ArrayList<>(Ledger.read(ledgerFile).values());
        Collections.shuffle(entries, new Random(options.seed()));
        try (var client = program.client(token, PATIENCE)) {
            for (var entry : entries.subList(0, Math.min(REPEATED, entries.size()))) {
                Command command = entry.command();
                Reply reply =
                        client.post(
                                command.path(),
                                command.body(),
                                "Idempotency-Key",
                                command.key(),
                                "X-Request-Id",
                                command.key());
                if (Client.isFinal(reply)) {
                    ledger.answered(command.key(), new Ledger.Answer(reply.status(), reply.body()));
                    tally.repeated();
                }
            }
        }
    }

    private Evidence evidence(String token) throws IOException, InterruptedException, SQLException {
        try (var client = program.client(token, Duration.ofSeconds(60))) {
            var reading = new Reading(client);
            var before = reading.readModels();
            reading.rebuild(Duration.ofMinutes(10));
            return new Evidence(
                    Ledger.read(ledgerFile),
                    reading.log(),
                    before,
                    reading.readModels(),
                    database.parked(),
                    tally.faults());
        }
    }

    private Duration patience() {
        return Duration.ofMillis((long) (PATIENCE.toMillis() * Math.max(1, options.slack())));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
