package io.daybook.command.order;

import io.daybook.command.aggregate.AggregateShell;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.order.AddNote;
import io.daybook.domain.order.AllocateLines;
import io.daybook.domain.order.ApplyChange;
import io.daybook.domain.order.ArchiveOrder;
import io.daybook.domain.order.CancelLines;
import io.daybook.domain.order.CancelOrder;
import io.daybook.domain.order.CloseOrder;
import io.daybook.domain.order.ConfirmOrder;
import io.daybook.domain.order.ExpireOrder;
import io.daybook.domain.order.FailAllocation;
import io.daybook.domain.order.GrantRefund;
import io.daybook.domain.order.OpenReturn;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderReceipt;
import io.daybook.domain.order.OrderRejection;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.order.PlaceHold;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.order.ProposeChange;
import io.daybook.domain.order.RecordCapture;
import io.daybook.domain.order.RecordChangeStock;
import io.daybook.domain.order.RecordDelivery;
import io.daybook.domain.order.RecordDeliveryFailure;
import io.daybook.domain.order.RecordPaymentReversed;
import io.daybook.domain.order.RecordReturnEnded;
import io.daybook.domain.order.RecordReturnReceived;
import io.daybook.domain.order.RecordStockReleased;
import io.daybook.domain.order.RecordStockReserved;
import io.daybook.domain.order.RejectChange;
import io.daybook.domain.order.RejectOrder;
import io.daybook.domain.order.ReleaseHold;
import io.daybook.domain.order.ReturnOpenedReceipt;
import io.daybook.domain.order.ShipLines;
import io.daybook.domain.order.TransferCustomer;
import io.daybook.domain.order.WithdrawChange;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.OrderId;
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

/** Stands between Axon and {@link OrderDecider}; decides nothing itself. */
@AggregateRoot(type = "order")
final class OrderAggregate extends AggregateShell<OrderCommand, OrderEvent, OrderRejection> {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable OrderId id;

    private OrderState state = OrderState.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult handle(PlaceOrder command, MetaData metadata) {
        id = command.orderId();
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(AllocateLines command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(FailAllocation command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordStockReserved command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ConfirmOrder command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RejectOrder command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(CancelOrder command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordStockReleased command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordPaymentReversed command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ShipLines command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordDelivery command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordDeliveryFailure command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(PlaceHold command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ReleaseHold command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(AddNote command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(TransferCustomer command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(CloseOrder command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ArchiveOrder command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(OpenReturn command, MetaData metadata) {
        return switch (run(command, metadata)) {
            case CommandResult.Accepted(OrderReceipt _, long version) ->
                    new CommandResult.Accepted(opened(command.returnId()), version);
            case CommandResult other -> other;
        };
    }

    @CommandHandler
    CommandResult handle(RecordReturnReceived command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordReturnEnded command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(GrantRefund command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ExpireOrder command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordCapture command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(CancelLines command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ProposeChange command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ApplyChange command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordChangeStock command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RejectChange command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(WithdrawChange command, MetaData metadata) {
        return run(command, metadata);
    }

    private ReturnOpenedReceipt opened(ReturnId returnId) {
        return switch (state) {
            case OrderState.Placed order ->
                    new ReturnOpenedReceipt(order.opened(returnId).orElseThrow());
            case OrderState.NotPlaced _ ->
                    throw new IllegalStateException("an accepted command leaves an order");
        };
    }

    @EventSourcingHandler
    void on(OrderEvent event, MetaData metadata) {
        id = event.orderId();
        state = state.evolve(event);
        recorded(metadata);
    }

    @Override
    protected Decision<OrderEvent, OrderRejection> decide(OrderCommand command) {
        return OrderDecider.decide(command, state);
    }

    @Override
    protected Receipt receipt() {
        return switch (state) {
            case OrderState.Placed order -> OrderReceipt.of(order);
            case OrderState.NotPlaced _ ->
                    throw new IllegalStateException("an accepted command leaves an order");
        };
    }

    @Override
    protected List<String> allowed() {
        return state.allowed();
    }

    @Override
    protected String kind() {
        return "order";
    }
}
