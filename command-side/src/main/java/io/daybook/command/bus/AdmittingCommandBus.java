package io.daybook.command.bus;

import io.daybook.command.eventstore.AppendedPosition;
import io.daybook.domain.message.MetadataKeys;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands on threads of its own instead of the caller's, which for HTTP is an event loop.
 * Each command is one unit of work; those that have come while all threads were busy are made
 * durable together ({@link CommandGroups}).
 */
final class AdmittingCommandBus extends SimpleCommandBus implements AutoCloseable {

    private final KeyedBatches<Submission<?, ?>> waiting;
    private final CommandAttempts attempts;
    private final @Nullable CommandGroups groups;

    /**
     * @param groups {@code null} where the log cannot write several commands at once
     */
    AdmittingCommandBus(
            Builder builder,
            CommandLimits limits,
            CommandAttempts attempts,
            @Nullable CommandGroups groups) {
        super(builder);
        this.attempts = attempts;
        this.groups = groups;
        this.waiting =
                new KeyedBatches<>(
                        limits.threads(),
                        limits.queue(),
                        groups == null ? 1 : limits.group(),
                        Thread.ofPlatform().daemon().name("commands-", 1).factory(),
                        this::run);
    }

    void measure(MeterRegistry registry) {
        registry.gauge("daybook.commands.waiting", waiting, KeyedBatches::waiting);
        registry.gauge("daybook.commands.running", waiting, KeyedBatches::running);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        waiting.submit(
                CommandLane.entity(command),
                CommandLane.isUrgent(command),
                new Submission<>(command, handler, callback));
    }

    /** Returns the answering, which is not to hold up the next commands of these entities. */
    private Runnable run(List<Submission<?, ?>> batch) {
        List<CommandResultMessage<?>> results =
                groups == null
                        ? batch.stream().<CommandResultMessage<?>>map(this::alone).toList()
                        : groups.run(batch, this::once, this::alone);
        return () -> {
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer(results.get(i));
            }
        };
    }

    private CommandResultMessage<?> alone(Submission<?, ?> submission) {
        try {
            return attempts.until(submission.command(), () -> once(submission));
        } catch (RuntimeException e) { // for example, the stored answer cannot be read
            return GenericCommandResultMessage.asCommandResultMessage(e);
        }
    }

    private <C, R> CommandResultMessage<?> once(Submission<C, R> submission) {
        var position = new AtomicReference<Long>();
        MessageHandler<CommandMessage<?>> observed =
                message -> {
                    CurrentUnitOfWork.get()
                            .afterCommit(
                                    unit -> AppendedPosition.of(unit).ifPresent(position::set));
                    return submission.handler().handle(message);
                };
        var result = new Captured<C, R>();
        super.handle(submission.command(), observed, result);
        var message = result.message();
        return position.get() == null
                ? message
                : message.andMetaData(Map.of(MetadataKeys.POSITION, position.get()));
    }

    /** The superclass answers before it returns. */
    private static final class Captured<C, R> implements CommandCallback<C, R> {

        private @Nullable CommandResultMessage<? extends R> captured;

        @Override
        public void onResult(
                CommandMessage<? extends C> command, CommandResultMessage<? extends R> result) {
            captured = result;
        }

        CommandResultMessage<? extends R> message() {
            if (captured == null) {
                throw new IllegalStateException("a command was not answered");
            }
            return captured;
        }
    }

    @Override
    public void close() {
        waiting.close();
    }
}
