package io.daybook.command.aggregate;

import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockDecider;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.Rejection;
import io.daybook.domain.message.RequestRejection;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentDecider;
import io.daybook.domain.payment.PaymentState;
import io.daybook.domain.returns.ReturnCommand;
import io.daybook.domain.returns.ReturnDecider;
import io.daybook.domain.returns.ReturnState;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.storecredit.StoreCreditCommand;
import io.daybook.domain.storecredit.StoreCreditDecider;
import io.daybook.domain.storecredit.StoreCreditState;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A command for an id without events never reaches its shell. Here the decider answers from the
 * initial state instead, so that there is one answer for one situation; and an entity that a
 * command only thought of, or was refused to begin, takes no place in memory.
 */
public final class MissingAggregates implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final AggregateSetup aggregates;

    public MissingAggregates(AggregateSetup aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            Object answer = chain.proceed();
            if (isAboutNothing(answer)) {
                unitOfWork.onCleanup(ended ->
                        CommandTarget.of(ended.getMessage())
                                .ifPresent(id -> aggregates.forget(id.toString())));
            }
            return answer;
        } catch (AggregateNotFoundException missing) {
            return switch (unitOfWork.getMessage().getPayload()) {
                case OrderCommand c ->
                        refused(OrderDecider.decide(c, OrderState.initial()), missing);
                case StockCommand c ->
                        refused(StockDecider.decide(c, StockState.initial()), missing);
                case PaymentCommand c ->
                        refused(PaymentDecider.decide(c, PaymentState.initial()), missing);
                case ReturnCommand c ->
                        refused(ReturnDecider.decide(c, ReturnState.initial()), missing);
                case StoreCreditCommand c ->
                        refused(
                                StoreCreditDecider.decide(
                                        c, StoreCreditState.initial(c.accountId().currency())),
                                missing);
                default -> throw missing;
            };
        }
    }

    private static boolean isAboutNothing(@Nullable Object answer) {
        return switch (answer) {
            case CommandResult.Accepted(var _, long version) -> version == 0;
            case CommandResult.Refused(var rejection, long version, var _) ->
                    version == 0 && !(rejection instanceof RequestRejection.UnknownEntity);
            case null, default -> false;
        };
    }

    private static CommandResult refused(
            Decision<?, ? extends Rejection> decision, AggregateNotFoundException missing) {
        return switch (decision) {
            case Decision.Refused<?, ? extends Rejection>(var rejection) ->
                    new CommandResult.Refused(rejection, 0, List.of());
            case Decision.Accepted<?, ? extends Rejection> _ -> throw missing;
        };
    }
}
