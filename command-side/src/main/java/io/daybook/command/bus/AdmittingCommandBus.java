package io.daybook.command.bus;

import io.daybook.command.eventstore.AppendedPosition;
import io.daybook.command.idempotency.IdempotencyKeys;
import io.daybook.command.idempotency.KeyInFlightException;
import io.daybook.command.idempotency.KeyTakenException;
import io.daybook.domain.message.MetadataKeys;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Runs commands on a bounded pool instead of the caller's thread, which for HTTP is an event loop.
 * Each command is one unit of work and one transaction; a lost race for a version is run again a
 * few times; a repeated idempotency key is answered with what was stored. The result carries the
 * position in the log of what the command appended.
 *
 * @see CommandLanes for who waits where
 */
final class AdmittingCommandBus extends SimpleCommandBus {

    private static final int ATTEMPTS = 4;

    private final CommandLanes lanes;
    private final IdempotencyKeys keys;

    AdmittingCommandBus(Builder builder, CommandLanes lanes, IdempotencyKeys keys) {
        super(builder);
        this.lanes = lanes;
        this.keys = keys;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        lanes.execute(command, () -> callback.onResult(command, handled(command, handler)));
    }

    private <C, R> CommandResultMessage<? extends R> handled(
            CommandMessage<C> command, MessageHandler<? super CommandMessage<?>> handler) {
        for (int attempt = 1; ; attempt++) {
            CommandResultMessage<? extends R> result = attempt(command, handler);
            if (!result.isExceptional()) {
                return result;
            }
            Throwable failure = result.exceptionResult();
            if (failure instanceof KeyInFlightException inFlight) {
                return answer(IdempotencyKeys.inFlight(inFlight));
            }
            if (failure instanceof KeyTakenException) {
                var replay = keys.replay(command);
                if (replay.isPresent()) {
                    return answer(replay.get());
                }
            } else if (!isLostRace(failure)) {
                return result;
            }
            if (attempt == ATTEMPTS) {
                return result;
            }
            pause(attempt);
        }
    }

    private <C, R> CommandResultMessage<? extends R> attempt(
            CommandMessage<C> command, MessageHandler<? super CommandMessage<?>> handler) {
        var position = new AtomicReference<Long>();
        var result = new AtomicReference<CommandResultMessage<? extends R>>();
        MessageHandler<CommandMessage<?>> observed =
                message -> {
                    CurrentUnitOfWork.get()
                            .afterCommit(
                                    unit -> AppendedPosition.of(unit).ifPresent(position::set));
                    return handler.handle(message);
                };
        CommandCallback<C, R> capture = (_, message) -> result.set(message);
        super.handle(command, observed, capture);
        CommandResultMessage<? extends R> message = result.get();
        return position.get() == null
                ? message
                : message.andMetaData(Map.of(MetadataKeys.POSITION, position.get()));
    }

    @SuppressWarnings(
            "unchecked") // every command that may carry a key answers with a CommandResult
    private static <R> CommandResultMessage<R> answer(CommandResultMessage<?> stored) {
        return (CommandResultMessage<R>) stored;
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

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 20L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
