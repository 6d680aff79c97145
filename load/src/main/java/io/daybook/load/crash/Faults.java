package io.daybook.load.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/** Does its faults one after the other, each at a random moment of the load. */
final class Faults implements Callable<List<Recovery>> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration UNTIL_FELT = Duration.ofSeconds(10);
    private static final Duration SMALL_BACKLOG = Duration.ofSeconds(1);
    private static final Duration OFF = Duration.ofMinutes(10);

    private final List<Fault> plan;
    private final Stage stage;
    private final Program program;
    private final Database database;
    private final String token;
    private final Reader reader;
    private final Tally tally;
    private final int commands;
    private final Random random;

    Faults(
            List<Fault> plan,
            Stage stage,
            String token,
            Reader reader,
            Tally tally,
            int commands,
            long seed) {
        this.plan = plan;
        this.stage = stage;
        this.program = stage.program();
        this.database = stage.database();
        this.token = token;
        this.reader = reader;
        this.tally = tally;
        this.commands = commands;
        this.random = new Random(seed);
    }

    @Override
    public List<Recovery> call() throws IOException, InterruptedException, SQLException {
        try {
            return inTurn();
        } finally {
            tally.undisturbed();
        }
    }

    private List<Recovery> inTurn() throws IOException, InterruptedException, SQLException {
        var recoveries = new ArrayList<Recovery>();
        for (int i = 0; i < plan.size(); i++) {
            awaitMoment(i);
            Recovery recovery = inject(plan.get(i));
            Progress.say(
                    "%s at command %d, ready after %d ms"
                            .formatted(plan.get(i), tally.taken(), recovery.took().toMillis()));
            recoveries.add(recovery);
        }
        return recoveries;
    }

    /** Somewhere in this fault's share of the load, but not on the edge between two commands. */
    private void awaitMoment(int number) throws InterruptedException {
        double share = (number + 0.1 + 0.8 * random.nextDouble()) / plan.size();
        int moment = (int) (commands * share);
        long jitter = random.nextInt(50);
        while (tally.taken() < moment) {
            Thread.sleep(1);
        }
        Thread.sleep(jitter);
    }

    private Recovery inject(Fault fault) throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        switch (fault) {
            case KILL_APPLICATION -> {
                program.kill();
                program.start();
                return new Recovery(fault, began, began, System.nanoTime(), true);
            }
            case CLOCK_AHEAD -> {
                return skewed(fault, OFF);
            }
            case CLOCK_BEHIND -> {
                return skewed(fault, OFF.negated());
            }
            case CLOCK_RIGHT -> {
                return skewed(fault, Duration.ZERO);
            }
            case FILL_DISK, FILL_LOG -> {
                return filled(fault);
            }
            case SLOW_DATABASE -> {
                return slowed(fault);
            }
            case KILL_DATABASE -> database.killAndRevive();
            case CRASH_BACKEND -> {
                reader.rest(Duration.ofSeconds(fault.readySeconds() + 2L));
                database.crashBackend();
            }
            case PAUSE_APPLICATION -> pause(List.of(program.pid()));
            case PAUSE_BACKENDS -> pause(database.backends(4));
            case STALL_APPENDS -> database.stallAppends(someSeconds());
        }
        long over = System.nanoTime();
        program.awaitCommand(PATIENCE);
        return new Recovery(fault, began, over, System.nanoTime(), true);
    }

    private Recovery skewed(Fault fault, Duration offset) throws IOException, InterruptedException {
        long began = System.nanoTime();
        program.kill();
        program.start("--daybook.clock.offset=" + offset);
        long ready = System.nanoTime();
        Duration error = program.clockError().minus(offset).abs();
        return new Recovery(fault, began, began, ready, error.compareTo(OFF.dividedBy(2)) < 0);
    }

    /** Full until a command is put off, and then for some seconds more. */
    private Recovery filled(Fault fault) throws IOException, InterruptedException {
        List<String> command = database.command();
        int before = tally.putOffs();
        long began = System.nanoTime();
        stage.trouble();
        if (fault == Fault.FILL_LOG) {
            database.useUpLog();
        }
        boolean felt = await(() -> tally.putOffs() > before, UNTIL_FELT);
        Thread.sleep(someSeconds());
        stage.relieve();
        long over = System.nanoTime();
        if (!database.isRunning()) {
            Progress.say("PostgreSQL has stopped itself and is started again");
            database.start(command);
        }
        program.awaitCommand(PATIENCE);
        return new Recovery(fault, began, over, System.nanoTime(), felt);
    }

    /** Over only when what piled up is worked off as well, as far as it was before. */
    private Recovery slowed(Fault fault) throws IOException, InterruptedException {
        try (var client = program.client(token, PATIENCE)) {
            var reading = new Reading(client);
            Duration before = reading.backlog();
            long began = System.nanoTime();
            stage.trouble();
            // One slow command may be slow for any reason; not one fast command has only this one.
            boolean felt = !await(this::isBrisk, someSeconds().plus(someSeconds()));
            stage.relieve();
            long over = System.nanoTime();
            Duration after = reading.backlog();
            Progress.say(
                    "the oldest thing waited for %d ms before, for %d ms afterwards"
                            .formatted(before.toMillis(), after.toMillis()));
            Duration enough = before.plus(SMALL_BACKLOG);
            await(() -> isBrisk() && reading.backlog().compareTo(enough) <= 0, PATIENCE);
            return new Recovery(fault, began, over, System.nanoTime(), felt);
        }
    }

    /** Whether a command is accepted in less time than one slow round trip takes. */
    private boolean isBrisk() throws InterruptedException {
        long from = System.nanoTime();
        return program.takesCommands() && System.nanoTime() - from < SlowWayStage.DELAY.toNanos();
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static boolean await(Condition condition, Duration patience)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean holds = condition.holds();
        while (!holds && System.nanoTime() < deadline) {
            Thread.sleep(20);
            holds = condition.holds();
        }
        return holds;
    }

    private void pause(List<Long> pids) throws IOException, InterruptedException {
        try {
            for (long pid : pids) {
                Signals.send("STOP", pid);
            }
            Thread.sleep(someSeconds());
        } finally {
            for (long pid : pids) {
                Signals.send("CONT", pid);
            }
        }
    }

    private Duration someSeconds() {
        return Duration.ofMillis(1_000 + random.nextInt(4_000));
    }
}
