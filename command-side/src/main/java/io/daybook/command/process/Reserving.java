package io.daybook.command.process;

import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.shared.OrderId;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;

/** Gets units promised to an order. */
final class Reserving {

    private final ProcessCommands commands;

    Reserving(ProcessCommands commands) {
        this.commands = commands;
    }

    /**
     * All at once. What was promised stays so when something else is missing.
     *
     * @return what was missing, if anything was
     */
    Optional<String> reserve(OrderId orderId, List<ReservedLine> wanted, EventMessage<?> message) {
        List<ProcessCommands.Step> steps =
                wanted.stream().map(units -> step(orderId, units, message)).toList();
        return commands.sendAll(steps, message).stream()
                .filter(CommandResult.Refused.class::isInstance)
                .map(refused -> ((CommandResult.Refused) refused).rejection().detail())
                .findFirst();
    }

    private static ProcessCommands.Step step(
            OrderId orderId, ReservedLine units, EventMessage<?> message) {
        return new ProcessCommands.Step(
                new ReserveStock(
                        FulfilmentReactions.stockItem(units, message),
                        units.reservationId(),
                        units.quantity(),
                        orderId.value(),
                        null,
                        message.getTimestamp()),
                "reserve-" + units.reservationId());
    }
}
