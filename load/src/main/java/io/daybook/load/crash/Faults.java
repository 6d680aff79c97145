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

    private final List<Fault> plan;
    private final Program program;
    private final Database database;
    private final Reader reader;
    private final Tally tally;
    private final int commands;
    private final Random random;

    Faults(
            List<Fault> plan,
            Program program,
            Database database,
            Reader reader,
            Tally tally,
            int commands,
            long seed) {
        this.plan = plan;
        this.program = program;
        this.database = database;
        this.reader = reader;
        this.tally = tally;
        this.commands = commands;
        this.random = new Random(seed);
    }

    @Override
    public List<Recovery> call() throws IOException, InterruptedException, SQLException {
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
                return new Recovery(fault, began, began, System.nanoTime());
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
        return new Recovery(fault, began, over, System.nanoTime());
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
