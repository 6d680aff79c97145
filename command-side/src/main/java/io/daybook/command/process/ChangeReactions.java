package io.daybook.command.process;

import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.ChangeAccepted;
import io.daybook.domain.order.ChangeApplied;
import io.daybook.domain.order.ChangeFailed;
import io.daybook.domain.order.ChangeRejection;
import io.daybook.domain.order.ChangeStatus;
import io.daybook.domain.order.ChangeWithdrawn;
import io.daybook.domain.order.LinesCancelled;
import io.daybook.domain.order.RecordChangeStock;
import io.daybook.domain.order.RejectChange;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Secures what a change of an order needs, and gives back what it, or a cancellation of lines, sets
 * free. The money of a change takes the way of every payment of an order. Stateless, like the
 * fulfilment.
 */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class ChangeReactions {

    private final ProcessCommands commands;
    private final Reserving reserving;
    private final GivingBack givingBack;
    private final Captures captures;

    ChangeReactions(ProcessCommands commands) {
        this.commands = commands;
        this.reserving = new Reserving(commands);
        this.givingBack = new GivingBack(commands);
        this.captures = new Captures(commands);
    }

    /** All or nothing: what was reserved is given back when a line is refused. */
    @EventHandler
    void whenChangeAcceptedReserveStock(
            ChangeAccepted event, EventMessage<ChangeAccepted> message) {
        if (event.reservations().isEmpty()) {
            return;
        }
        Optional<String> shortage =
                reserving.reserve(event.orderId(), event.reservations(), message);
        if (shortage.isPresent()) {
            endRefused(event, shortage.get(), message);
            return;
        }
        var recorded =
                commands.send(
                        new RecordChangeStock(event.orderId(), event.changeId()),
                        message,
                        "change-stock-reserved");
        if (recorded instanceof CommandResult.Refused) {
            givingBack.release(event.reservations(), "change-withdrawn", message);
        }
    }

    /**
     * Withdrawn in the meantime, it need not be refused. One that took effect has got its stock
     * long ago, and somebody ended one of its promises since: this is a repetition, which must not
     * take the others away.
     */
    private void endRefused(ChangeAccepted event, String shortage, EventMessage<?> message) {
        var reject = new RejectChange(event.orderId(), event.changeId(), shortage);
        boolean tookEffect =
                commands.send(reject, message, "reject-change")
                                instanceof CommandResult.Refused(var rejection, long _, var _)
                        && rejection instanceof ChangeRejection.ChangeEnded ended
                        && ended.status() == ChangeStatus.APPLIED;
        if (!tookEffect) {
            givingBack.release(event.reservations(), "change-not-possible", message);
        }
    }

    @EventHandler
    void whenChangeAppliedSettleTheDifference(
            ChangeApplied event, EventMessage<ChangeApplied> message) {
        String change = event.changeId().value();
        givingBack.reduce(event.released(), change, message);
        givingBack.refund(event.refunds(), change, "order-changed", message);
        captures.take(event.captures(), change, message);
    }

    @EventHandler
    void whenChangeFailedReleaseStock(ChangeFailed event, EventMessage<ChangeFailed> message) {
        givingBack.release(event.released(), "change-failed", message);
    }

    @EventHandler
    void whenChangeWithdrawnGiveBack(ChangeWithdrawn event, EventMessage<ChangeWithdrawn> message) {
        givingBack.release(event.released(), "change-withdrawn", message);
        if (event.payment() != null) {
            givingBack.reverse(List.of(event.payment()), "change-withdrawn", message);
        }
    }

    @EventHandler
    void whenLinesCancelledGiveBack(LinesCancelled event, EventMessage<LinesCancelled> message) {
        String cancellation = event.cancellationId().value();
        givingBack.reduce(event.released(), cancellation, message);
        givingBack.refund(event.refunds(), cancellation, "lines-cancelled", message);
    }
}
