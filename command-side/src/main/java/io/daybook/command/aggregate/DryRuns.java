package io.daybook.command.aggregate;

import io.daybook.domain.dryrun.IntendedEvent;
import io.daybook.domain.dryrun.Intent;
import io.daybook.domain.message.CommandResult;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;

/**
 * Turns what a shell would have written into what the caller is shown: the events with the names
 * and the text that the log would hold.
 */
public final class DryRuns implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Serializer events;

    /**
     * @param events writes events as the log does
     */
    public DryRuns(Serializer events) {
        this.events = events;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Object answer = chain.proceed();
        if (!(answer instanceof CommandResult.Accepted(Undone(var undone), long version))) {
            return answer;
        }
        String entity =
                CommandTarget.of(unitOfWork.getMessage()).map(Object::toString).orElseThrow();
        return new CommandResult.Accepted(
                new Intent(entity, undone.stream().map(this::intended).toList()), version);
    }

    private IntendedEvent intended(Object event) {
        var serialized = events.serialize(event, String.class);
        var type = serialized.getType();
        return new IntendedEvent(type.getName(), type.getRevision(), serialized.getData());
    }
}
