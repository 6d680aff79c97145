package io.daybook.command.bus;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.MessageHandler;

/** A command that waits, with what handles it and who wants to know the result. */
record Submission<C, R>(
        CommandMessage<C> command,
        MessageHandler<? super CommandMessage<?>> handler,
        CommandCallback<? super C, ? super R> callback) {

    @SuppressWarnings("unchecked") // the result of this command
    void answer(CommandResultMessage<?> result) {
        callback.onResult(command, (CommandResultMessage<? extends R>) result);
    }
}
