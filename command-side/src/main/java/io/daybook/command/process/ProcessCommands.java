package io.daybook.command.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.command.bus.CommandLane;
import io.daybook.command.bus.Dispatch;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.core.NestedExceptionUtils;

/**
 * Sends the commands of reactions and waits for them. The id of a command follows from the event
 * and the step, so that a repeated reaction repeats the same commands; the aggregates recognise
 * what already took effect.
 */
final class ProcessCommands {

    private static final long PATIENCE_SECONDS = 30;

    private final CommandBus commandBus;

    ProcessCommands(CommandBus commandBus) {
        this.commandBus = commandBus;
    }

    /**
     * @param name tells the commands of one reaction to one event apart
     */
    record Step(Object command, String name) {}

    /**
     * @param step tells the commands of one reaction to one event apart
     * @return the result, whether accepted or refused
     * @throws IllegalStateException when the command failed or gave no answer; the event is handled
     *     again later
     */
    CommandResult send(Object command, EventMessage<?> cause, String step) {
        return await(begin(command, cause, step), command);
    }

    /**
     * As {@link #send}, for commands that do not depend on each other.
     *
     * @return the results in the order of the steps
     */
    List<CommandResult> sendAll(List<Step> steps, EventMessage<?> cause) {
        var answers =
                steps.stream().map(step -> begin(step.command(), cause, step.name())).toList();
        return IntStream.range(0, steps.size())
                .mapToObj(i -> await(answers.get(i), steps.get(i).command()))
                .toList();
    }

    private CompletableFuture<CommandResult> begin(
            Object command, EventMessage<?> cause, String step) {
        var metadata = new HashMap<String, Object>();
        for (String key :
                new String[] {
                    MetadataKeys.TENANT,
                    MetadataKeys.CORRELATION_ID,
                    MetadataKeys.REQUEST_ID,
                    MetadataKeys.TRACEPARENT
                }) {
            Object value = cause.getMetaData().get(key);
            if (value != null) {
                metadata.put(key, value);
            }
        }
        metadata.put(MetadataKeys.ACTOR, "process:" + step);
        metadata.put(MetadataKeys.CAUSATION_ID, cause.getIdentifier());
        metadata.put(CommandLane.KEY, CommandLane.PROCESS);
        String id =
                UUID.nameUUIDFromBytes((cause.getIdentifier() + '/' + step).getBytes(UTF_8))
                        .toString();
        return Dispatch.send(commandBus, id, command, metadata);
    }

    /** As {@link #send}, for a command that can only be refused when something went wrong. */
    void require(Object command, EventMessage<?> cause, String step) {
        if (send(command, cause, step) instanceof CommandResult.Refused refused) {
            throw unexpected(command, refused);
        }
    }

    /** Thrown, it parks the reaction, which is tried again later and listed until then. */
    static IllegalStateException unexpected(Object command, CommandResult.Refused refused) {
        return new IllegalStateException(
                "%s was refused: %s, %s"
                        .formatted(
                                command.getClass().getSimpleName(),
                                refused.rejection().code(),
                                refused.rejection().detail()));
    }

    private static CommandResult await(CompletableFuture<CommandResult> answer, Object command) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
            throw new IllegalStateException(
                    command.getClass().getSimpleName() + " failed: " + root.getMessage(),
                    e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    command.getClass().getSimpleName() + " gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a command", e);
        }
    }
}
