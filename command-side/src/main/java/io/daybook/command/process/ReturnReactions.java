package io.daybook.command.process;

import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.LotNumber;
import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.RestockReturned;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.order.CancelOrder;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OrderRejection;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.order.RecordReturnEnded;
import io.daybook.domain.order.RecordReturnReceived;
import io.daybook.domain.order.ReturnOpened;
import io.daybook.domain.returns.ReplacementRequested;
import io.daybook.domain.returns.RequestReturn;
import io.daybook.domain.returns.Restock;
import io.daybook.domain.returns.ReturnCancelled;
import io.daybook.domain.returns.ReturnDeclined;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.returns.ReturnExpired;
import io.daybook.domain.returns.ReturnInspected;
import io.daybook.domain.returns.ReturnReceived;
import io.daybook.domain.returns.ReturnSettled;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a return means for its order and for the stock. Stateless, like the fulfilment; the money is
 * up to {@link SettlementReactions}.
 */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class ReturnReactions {

    private static final Logger log = LoggerFactory.getLogger(ReturnReactions.class);

    private final ProcessCommands commands;
    private final Standing standing;

    ReturnReactions(ProcessCommands commands, Standing standing) {
        this.commands = commands;
        this.standing = standing;
    }

    /** Whoever set the units aside asks for the return as well, unless he was interrupted. */
    @EventHandler
    void whenReturnOpenedRequestIt(ReturnOpened event, EventMessage<ReturnOpened> message) {
        commands.require(
                RequestReturn.of(
                        event.returnId(),
                        event.orderId(),
                        event.kind(),
                        event.lines(),
                        event.termsOrNone(),
                        event.requestedAt()),
                message,
                "request-return");
    }

    /** An order like any other, on account: what the returned goods were worth pays for it. */
    @EventHandler
    void whenReplacementRequestedOrderIt(
            ReplacementRequested event, EventMessage<ReplacementRequested> message) {
        OrderView original = standing.orderView(event.orderId());
        var place =
                new PlaceOrder(
                        event.replacementId(),
                        original.customerId(),
                        event.lines(),
                        original.shippingAddress(),
                        Money.zero(Currency.getInstance(original.currency())),
                        null,
                        null,
                        Map.of(
                                "replaces", event.orderId().value(),
                                "returnId", event.returnId().value()));
        if (commands.send(place, message, "order-replacement")
                        instanceof CommandResult.Refused refused
                && !(refused.rejection() instanceof OrderRejection.AlreadyPlaced)) {
            throw ProcessCommands.unexpected(place, refused);
        }
    }

    /**
     * A repetition may come when the return is over: the order knows the end of it by then, and
     * need not hear again what it was like on the way.
     */
    @EventHandler
    void whenReturnReceivedTellOrder(ReturnReceived event, EventMessage<ReturnReceived> message) {
        var received =
                new RecordReturnReceived(event.orderId(), event.returnId(), event.receivedSoFar());
        if (commands.send(received, message, "return-received")
                        instanceof CommandResult.Refused refused
                && !(refused.rejection() instanceof OrderRejection.ReturnEnded)) {
            throw ProcessCommands.unexpected(received, refused);
        }
    }

    @EventHandler
    void whenReturnInspectedRestock(ReturnInspected event, EventMessage<ReturnInspected> message) {
        for (int i = 0; i < event.restocks().size(); i++) {
            Restock units = event.restocks().get(i);
            String key = "%s/%d/%d".formatted(event.returnId(), event.settlement(), i + 1);
            RestockReturned named = restock(units, key, serials(units), message);
            if (commands.send(named, message, "restock-" + i)
                    instanceof CommandResult.Refused refused) {
                restockNameless(units, named, refused, message);
            }
        }
    }

    /**
     * The units are here, whichever they are: one that left without its name stands in the books of
     * its shelf still. A repetition finds what was put there nameless; or with its names, which are
     * somewhere else by now.
     */
    private void restockNameless(
            Restock units,
            RestockReturned named,
            CommandResult.Refused refused,
            EventMessage<?> message) {
        boolean isAboutNames =
                refused.rejection() instanceof LotRejection
                        || refused.rejection() instanceof StockRejection.RestockDiffers;
        if (units.serials().isEmpty() || !isAboutNames) {
            throw ProcessCommands.unexpected(named, refused);
        }
        log.warn(
                "Returned units of {} are on the shelf without their serials: {}",
                named.stockItemId(),
                refused.rejection().detail());
        var nameless = restock(units, named.key(), List.of(), message);
        if (commands.send(nameless, message, "restock-nameless-" + named.key())
                        instanceof CommandResult.Refused again
                && !(again.rejection() instanceof StockRejection.RestockDiffers
                        && refused.rejection() instanceof LotRejection)) {
            throw ProcessCommands.unexpected(nameless, again);
        }
    }

    private static List<SerialNumber> serials(Restock units) {
        return units.serials().stream().map(SerialNumber::new).toList();
    }

    private static RestockReturned restock(
            Restock units, String key, List<SerialNumber> serials, EventMessage<?> message) {
        String lot = units.lot();
        return new RestockReturned(
                new StockItemId(tenant(message), units.location(), units.sku()),
                key,
                units.quantity(),
                units.quarantine() ? Bucket.QUARANTINE : null,
                lot == null ? null : new LotNumber(lot),
                null,
                serials);
    }

    @EventHandler
    void whenReturnSettledTellOrder(ReturnSettled event, EventMessage<ReturnSettled> message) {
        ended(event, event.returned(), message);
    }

    @EventHandler
    void whenReturnDeclinedTellOrder(ReturnDeclined event, EventMessage<ReturnDeclined> message) {
        ended(event, List.of(), message);
    }

    @EventHandler
    void whenReturnCancelledTellOrder(
            ReturnCancelled event, EventMessage<ReturnCancelled> message) {
        ended(event, List.of(), message);
        cancel(event.replacementId(), "return-cancelled", message);
    }

    @EventHandler
    void whenReturnExpiredTellOrder(ReturnExpired event, EventMessage<ReturnExpired> message) {
        ended(event, List.of(), message);
        cancel(event.replacementId(), "return-expired", message);
    }

    private void ended(ReturnEvent event, List<LineQuantity> returned, EventMessage<?> message) {
        commands.require(
                new RecordReturnEnded(event.orderId(), event.returnId(), returned),
                message,
                "return-ended");
    }

    /** Goods that have left already are the customer's: he owes what their order comes to. */
    private void cancel(@Nullable OrderId replacement, String reason, EventMessage<?> message) {
        if (replacement == null) {
            return;
        }
        if (commands.send(new CancelOrder(replacement, reason), message, "cancel-replacement")
                instanceof CommandResult.Refused refused) {
            log.info(
                    "The replacement {} was not cancelled: {}",
                    replacement,
                    refused.rejection().detail());
        }
    }

    static TenantId tenant(EventMessage<?> message) {
        return new TenantId(String.valueOf(message.getMetaData().get(MetadataKeys.TENANT)));
    }
}
