package io.daybook.command.process;

import io.daybook.domain.inventory.AnnounceTransfer;
import io.daybook.domain.inventory.ConfirmTransfer;
import io.daybook.domain.inventory.TransferDispatched;
import io.daybook.domain.inventory.TransferReceived;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Carries a transfer from the stock item that sends to the one that receives, and what was counted
 * there back. Stateless: both ends recognise what they were told before.
 */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class TransferReactions {

    private final ProcessCommands commands;

    TransferReactions(ProcessCommands commands) {
        this.commands = commands;
    }

    @EventHandler
    void whenTransferDispatchedAnnounceIt(
            TransferDispatched event, EventMessage<TransferDispatched> message) {
        StockItemId source = event.stockItemId();
        commands.require(
                new AnnounceTransfer(
                        at(event.to(), source),
                        event.transferId(),
                        source.location(),
                        event.quantity(),
                        event.lots(),
                        event.serials()),
                message,
                "announce");
    }

    @EventHandler
    void whenTransferReceivedConfirmIt(
            TransferReceived event, EventMessage<TransferReceived> message) {
        commands.require(
                new ConfirmTransfer(
                        at(event.from(), event.stockItemId()),
                        event.transferId(),
                        event.received(),
                        event.lots(),
                        event.serials()),
                message,
                "confirm-transfer");
    }

    /** The same goods elsewhere. */
    private static StockItemId at(Location location, StockItemId item) {
        return new StockItemId(item.tenant(), location, item.sku());
    }
}
