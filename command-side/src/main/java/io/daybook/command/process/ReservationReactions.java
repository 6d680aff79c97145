package io.daybook.command.process;

import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.AllocationFailed;
import io.daybook.domain.order.FailAllocation;
import io.daybook.domain.order.FulfilmentRejection;
import io.daybook.domain.order.LinesAllocated;
import io.daybook.domain.order.OrderPlaced;
import io.daybook.domain.order.OrderRejection;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.order.RecordStockReserved;
import io.daybook.domain.order.RejectOrder;
import io.daybook.domain.order.RejectionReason;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Gets the units of a placed order promised, all or nothing: from the lines' own locations, or from
 * those that a policy chooses. A choice is stored before anybody acts on it, so that a repetition
 * acts on the same one. Stateless, like the fulfilment.
 */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class ReservationReactions {

    /** Each fails only when others took units in the few milliseconds between look and promise. */
    private static final int ATTEMPTS = 10;

    private final ProcessCommands commands;
    private final Function<OrderId, OrderPlaced> placed;
    private final Optional<Allocator> allocator;
    private final Reserving reserving;
    private final GivingBack givingBack;

    /**
     * @param placed tells how an order began
     * @param allocator empty when every line is taken from its own location
     */
    ReservationReactions(
            ProcessCommands commands,
            Function<OrderId, OrderPlaced> placed,
            Optional<Allocator> allocator) {
        this.commands = commands;
        this.placed = placed;
        this.allocator = allocator;
        this.reserving = new Reserving(commands);
        this.givingBack = new GivingBack(commands);
    }

    @EventHandler
    void whenOrderPlacedSecureItsUnits(OrderPlaced event, EventMessage<OrderPlaced> message) {
        allocator.ifPresentOrElse(
                choice -> allocate(choice, event, 1, Map.of(), message),
                () -> reserveAsPlaced(event, message));
    }

    private void reserveAsPlaced(OrderPlaced event, EventMessage<?> message) {
        List<ReservedLine> wanted =
                event.lines().stream()
                        .map(line -> OrderState.reserved(event.orderId(), line, line.quantity()))
                        .toList();
        Optional<String> shortage = reserving.reserve(event.orderId(), wanted, message);
        if (shortage.isPresent()) {
            // An order that refuses to be rejected has got its stock long ago, and somebody ended
            // one of its promises since: this is a repetition, which must not take the others away.
            if (rejected(event.orderId(), shortage.get(), message)) {
                givingBack.release(wanted, "order-not-fulfillable", message);
            }
            return;
        }
        record(new RecordStockReserved(event.orderId()), wanted, message);
    }

    private void allocate(
            Allocator choice,
            OrderPlaced order,
            int attempt,
            Map<StockItemId, Long> known,
            EventMessage<?> message) {
        switch (choice.plan(order, attempt, known, message)) {
            case Allocator.Plan.TooFew(String detail) -> rejected(order.orderId(), detail, message);
            case Allocator.Plan.Found(var allocation) -> {
                if (commands.send(allocation, message, "allocate")
                                instanceof CommandResult.Refused refused
                        && !isNoLongerWanted(refused)) {
                    throw ProcessCommands.unexpected(allocation, refused);
                }
            }
        }
    }

    /** Cancelled in the meantime, or this is a repetition. */
    private static boolean isNoLongerWanted(CommandResult.Refused refused) {
        return refused.rejection() instanceof OrderRejection.WrongStatus
                || refused.rejection() instanceof FulfilmentRejection.AllocationSuperseded;
    }

    @EventHandler
    void whenLinesAllocatedReserveThem(LinesAllocated event, EventMessage<LinesAllocated> message) {
        Optional<String> shortage =
                reserving.reserve(event.orderId(), event.reservations(), message);
        if (shortage.isEmpty()) {
            record(
                    new RecordStockReserved(event.orderId(), event.reservations()),
                    event.reservations(),
                    message);
            return;
        }
        var failure = new FailAllocation(event.orderId(), event.attempt(), shortage.get());
        if (commands.send(failure, message, "allocation-failed")
                instanceof CommandResult.Refused refused) {
            if (!isNoLongerWanted(refused)) {
                throw ProcessCommands.unexpected(failure, refused);
            }
            givingBack.release(event.reservations(), "allocation-superseded", message);
        }
    }

    @EventHandler
    void whenAllocationFailedLookElsewhere(
            AllocationFailed event, EventMessage<AllocationFailed> message) {
        var available = givingBack.release(event.released(), "allocation-failed", message);
        if (allocator.isPresent() && event.attempt() < ATTEMPTS) {
            OrderPlaced order = placed.apply(event.orderId());
            allocate(allocator.get(), order, event.attempt() + 1, available, message);
        } else {
            rejected(event.orderId(), event.detail(), message);
        }
    }

    private void record(
            RecordStockReserved reserved, List<ReservedLine> where, EventMessage<?> message) {
        if (commands.send(reserved, message, "stock-reserved") instanceof CommandResult.Refused) {
            givingBack.release(where, "order-not-fulfillable", message); // cancelled meanwhile
        }
    }

    private boolean rejected(OrderId orderId, String detail, EventMessage<?> message) {
        var reject = new RejectOrder(orderId, RejectionReason.INSUFFICIENT_STOCK, detail, null);
        return commands.send(reject, message, "reject") instanceof CommandResult.Accepted;
    }
}
