package io.daybook.command.inventory;

import io.daybook.command.aggregate.AggregateShell;
import io.daybook.command.eventstore.EntityHistory;
import io.daybook.domain.inventory.AdjustStock;
import io.daybook.domain.inventory.AnnounceTransfer;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.ConfirmTransfer;
import io.daybook.domain.inventory.CountStock;
import io.daybook.domain.inventory.ExpireReservation;
import io.daybook.domain.inventory.ExtendReservation;
import io.daybook.domain.inventory.MoveToBucket;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.ReduceReservation;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReservationCommand;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.ResolveTransfer;
import io.daybook.domain.inventory.RestockReturned;
import io.daybook.domain.inventory.RestoreFromBucket;
import io.daybook.domain.inventory.SetReorderPolicy;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockDecider;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockReceipt;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.inventory.TransferStock;
import io.daybook.domain.inventory.WriteOffStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Stands between Axon and {@link StockDecider}; decides nothing itself. */
@AggregateRoot(type = "stock-item")
final class StockItemAggregate extends AggregateShell<StockCommand, StockEvent, StockRejection> {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StockItemId id;

    private StockState state = StockState.initial();

    /** The reservation that the last command was about, for its receipt. */
    private @Nullable ReservationId subject;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult handle(ReceiveStock command, MetaData metadata) {
        id = command.stockItemId();
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(AdjustStock command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(CountStock command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ReserveStock command, MetaData metadata, EntityHistory history) {
        recall(command.reservationId(), history);
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ExtendReservation command, MetaData metadata, EntityHistory history) {
        recall(command.reservationId(), history);
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ExpireReservation command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ReleaseReservation command, MetaData metadata, EntityHistory history) {
        recall(command.reservationId(), history);
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ReduceReservation command, MetaData metadata, EntityHistory history) {
        recall(command.reservationId(), history);
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(CommitReservation command, MetaData metadata, EntityHistory history) {
        recall(command.reservationId(), history);
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(SetReorderPolicy command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(MoveToBucket command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RestoreFromBucket command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(WriteOffStock command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult handle(RestockReturned command, MetaData metadata) {
        id = command.stockItemId();
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(TransferStock command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult handle(AnnounceTransfer command, MetaData metadata) {
        id = command.stockItemId();
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ReceiveTransfer command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ConfirmTransfer command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ResolveTransfer command, MetaData metadata) {
        return run(command, metadata);
    }

    /** The state knows the reservation of the command as if it had never forgotten any. */
    private void recall(ReservationId reservation, EntityHistory history) {
        if (id != null && state.mayHaveForgotten(reservation)) {
            state =
                    state.recalling(
                            reservation,
                            history.naming(id.toString(), reservation.value(), StockEvent.class));
        }
    }

    @EventSourcingHandler
    void on(StockEvent event, MetaData metadata) {
        id = event.stockItemId();
        state = state.evolve(event);
        recorded(metadata);
    }

    @Override
    protected Decision<StockEvent, StockRejection> decide(StockCommand command) {
        subject = command instanceof ReservationCommand about ? about.reservationId() : null;
        LocalDate today = LocalDate.ofInstant(GenericEventMessage.clock.instant(), ZoneOffset.UTC);
        return StockDecider.decide(command, state, today);
    }

    @Override
    protected Receipt receipt() {
        return switch (state) {
            case StockState.Registered item -> StockReceipt.of(item, subject);
            case StockState.Unregistered _ ->
                    throw new IllegalStateException("an accepted command leaves a stock item");
        };
    }

    @Override
    protected List<String> allowed() {
        return state.allowed();
    }

    @Override
    protected String kind() {
        return "stock item";
    }
}
