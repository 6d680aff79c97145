package io.daybook.command.idempotency;

import io.daybook.command.eventstore.AppendedPosition;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.RequestRejection;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Stores the key of a command with its result, in the command's transaction. The happy path costs
 * one INSERT and no look-up: a duplicate is recognised by the primary key, rolls back, and is
 * answered from the table.
 *
 * <p>A refusal by a rule is an answer like any other and is stored too. A command that met no
 * entity, or another version, was not judged: it is not stored, but a duplicate of an accepted
 * command may well end up here and gets its first answer.
 */
public final class IdempotencyInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final IdempotencyKeys keys;

    public IdempotencyInterceptor(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> command = unitOfWork.getMessage();
        KeyScope scope = KeyScope.of(command).orElse(null);
        Object answer = chain.proceed();
        if (scope == null || !(answer instanceof CommandResult result)) {
            return answer;
        }
        if (notJudged(result)) {
            if (keys.replay(command).isPresent()) {
                throw new KeyTakenException(scope.key());
            }
            return result;
        }
        if (result instanceof CommandResult.Refused) {
            keys.store(scope, command, result, null);
            return result;
        }
        // Registered after the events: runs after the append, when the position is known.
        unitOfWork.onPrepareCommit(
                unit -> keys.store(scope, command, result, AppendedPosition.of(unit).orElse(null)));
        return result;
    }

    private static boolean notJudged(CommandResult result) {
        return result instanceof CommandResult.Refused refused
                && (refused.rejection() instanceof RequestRejection
                        || "not-found".equals(refused.rejection().code()));
    }
}
