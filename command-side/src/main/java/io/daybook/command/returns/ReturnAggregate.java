package io.daybook.command.returns;

import io.daybook.command.aggregate.AggregateShell;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.returns.ApproveReturn;
import io.daybook.domain.returns.CancelReturn;
import io.daybook.domain.returns.CloseReturn;
import io.daybook.domain.returns.DeclineReturn;
import io.daybook.domain.returns.ExpireReturn;
import io.daybook.domain.returns.InspectReturn;
import io.daybook.domain.returns.PlanSettlement;
import io.daybook.domain.returns.ReceiveReturn;
import io.daybook.domain.returns.RecordRefund;
import io.daybook.domain.returns.RequestReturn;
import io.daybook.domain.returns.ReturnCommand;
import io.daybook.domain.returns.ReturnDecider;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.returns.ReturnReceipt;
import io.daybook.domain.returns.ReturnRejection;
import io.daybook.domain.returns.ReturnState;
import io.daybook.domain.returns.SettleReturn;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Stands between Axon and {@link ReturnDecider}; decides nothing itself. */
@AggregateRoot(type = "return")
final class ReturnAggregate extends AggregateShell<ReturnCommand, ReturnEvent, ReturnRejection> {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable ReturnId id;

    private ReturnState state = ReturnState.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult handle(RequestReturn command, MetaData metadata) {
        id = command.returnId();
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ApproveReturn command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(DeclineReturn command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ReceiveReturn command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(InspectReturn command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(PlanSettlement command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordRefund command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(SettleReturn command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(CancelReturn command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(CloseReturn command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ExpireReturn command, MetaData metadata) {
        return run(command, metadata);
    }

    @EventSourcingHandler
    void on(ReturnEvent event, MetaData metadata) {
        id = event.returnId();
        state = state.evolve(event);
        recorded(metadata);
    }

    @Override
    protected Decision<ReturnEvent, ReturnRejection> decide(ReturnCommand command) {
        return ReturnDecider.decide(command, state);
    }

    @Override
    protected Receipt receipt() {
        return switch (state) {
            case ReturnState.Requested known ->
                    new ReturnReceipt(
                            known.request().returnId(),
                            known.request().rmaNumber(),
                            known.status());
            case ReturnState.NotRequested _ ->
                    throw new IllegalStateException("an accepted command leaves a return");
        };
    }

    @Override
    protected List<String> allowed() {
        return state.allowed();
    }

    @Override
    protected String kind() {
        return "return";
    }
}
