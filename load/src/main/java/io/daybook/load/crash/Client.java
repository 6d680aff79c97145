package io.daybook.load.crash;

import io.daybook.load.http.LightClient;
import io.daybook.load.http.Reply;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One caller that does what the API asks of callers: the same key until there is an answer. */
final class Client implements Callable<Boolean> {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LightClient http;
    private final Shopper shopper;
    private final Ledger ledger;
    private final Tally tally;
    private final Random random;
    private final Scenario scenario;

    Client(
            LightClient http,
            Shopper shopper,
            Ledger ledger,
            Tally tally,
            long seed,
            Scenario scenario) {
        this.http = http;
        this.shopper = shopper;
        this.ledger = ledger;
        this.tally = tally;
        this.random = new Random(seed);
        this.scenario = scenario;
    }

    /** Works until the tally hands out no more commands. */
    @Override
    public Boolean call() throws IOException, InterruptedException {
        try (http) {
            while (tally.take()) {
                Command command = shopper.next();
                ledger.sent(command);
                if (random.nextInt(100) < scenario.cutPercent()) {
                    cut(command);
                }
                Reply reply = untilAnswered(command);
                if (reply == null) {
                    return false; // the ledger shows it as not answered
                }
                tally.answered(reply.accepted());
                shopper.learn(command, reply);
                if (random.nextInt(100) < 5) {
                    repeat(command);
                }
                Thread.sleep(scenario.thinkMillis());
            }
            return true;
        }
    }

    /** A caller that did not see its answer may ask for it as often as it likes. */
    private void repeat(Command command) throws IOException, InterruptedException {
        if (untilAnswered(command) != null) {
            tally.repeated();
        }
    }

    private @Nullable Reply untilAnswered(Command command)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = 20;
        while (System.nanoTime() < deadline) {
            Reply reply = attempt(command);
            if (reply != null) {
                ledger.answered(command.key(), new Ledger.Answer(reply.status(), reply.body()));
                return reply;
            }
            tally.retried();
            Thread.sleep(pause);
            pause = Math.min(500, pause * 2);
        }
        return null;
    }

    private @Nullable Reply attempt(Command command) {
        long from = System.nanoTime();
        try {
            Reply reply =
                    http.post(
                            command.path(),
                            command.body(),
                            "Idempotency-Key",
                            command.key(),
                            "X-Request-Id",
                            command.key());
            tally.took(Duration.ofNanos(System.nanoTime() - from));
            tally.examine(reply, command.key());
            if (reply.status() == 503) {
                tally.putOff();
            }
            return isFinal(reply) ? reply : null;
        } catch (SocketTimeoutException e) {
            tally.late(command.key() + ": no answer on an open connection");
            return null;
        } catch (IOException e) {
            return null; // not known whether it took effect: the key makes the retry safe
        }
    }

    static boolean isFinal(Reply reply) {
        return reply.status() < 500
                && reply.status() != 429
                && !"idempotency-key-in-flight".equals(reply.text("code"));
    }

    private void cut(Command command) {
        // Mostly all of it, so that it takes effect and only the answer is lost.
        double share = random.nextInt(3) > 0 ? 1 : random.nextDouble();
        try {
            http.cut(
                    share,
                    command.path(),
                    command.body(),
                    "Idempotency-Key",
                    command.key(),
                    "X-Request-Id",
                    command.key());
            tally.cut();
        } catch (IOException e) {
            // It was to be cut anyway.
        }
    }
}
