package io.daybook.command.bus;

import io.daybook.command.idempotency.IdempotencyKeys;
import io.daybook.command.idempotency.KeyInFlightException;
import io.daybook.command.idempotency.KeyTakenException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Runs a command in a transaction of its own: a lost race for a version is run again a few times; a
 * repeated idempotency key is answered with what was stored.
 */
final class CommandAttempts {

    private static final int ATTEMPTS = 4;

    private final IdempotencyKeys keys;

    CommandAttempts(IdempotencyKeys keys) {
        this.keys = keys;
    }

    CommandResultMessage<?> until(
            CommandMessage<?> command, Supplier<CommandResultMessage<?>> attempt) {
        for (int number = 1; ; number++) {
            CommandResultMessage<?> result = attempt.get();
            if (!result.isExceptional()) {
                return result;
            }
            Throwable failure = result.exceptionResult();
            if (failure instanceof KeyInFlightException inFlight) {
                return IdempotencyKeys.inFlight(inFlight);
            }
            if (failure instanceof KeyTakenException) {
                var replay = keys.replay(command);
                if (replay.isPresent()) {
                    return replay.get();
                }
            } else if (!isLostRace(failure)) {
                return result;
            }
            if (number == ATTEMPTS) {
                return result;
            }
            pause(number);
        }
    }

    /**
     * Another command was faster: on another node, or between two aggregates that the database
     * ordered differently.
     */
    private static boolean isLostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && ("40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int number) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 20L * number));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
