package io.daybook.command.bus;

import io.daybook.domain.message.CommandResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;

/** Sends commands of processes, whose ids say where they come from. */
public final class Dispatch {

    private Dispatch() {}

    /**
     * Completes with the result, whether accepted or refused; exceptionally when the command
     * failed.
     *
     * @param id the same for a repetition
     */
    public static CompletableFuture<CommandResult> send(
            CommandBus bus, String id, Object command, Map<String, ?> metadata) {
        var message =
                new GenericCommandMessage<>(
                        new GenericMessage<>(id, command, metadata), command.getClass().getName());
        var answer = new CompletableFuture<CommandResult>();
        bus.<Object, CommandResult>dispatch(
                message,
                (_, result) -> {
                    if (result.isExceptional()) {
                        answer.completeExceptionally(result.exceptionResult());
                    } else {
                        answer.complete(result.getPayload());
                    }
                });
        return answer;
    }
}
