package io.daybook.command.aggregate;

import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.returns.ReturnCommand;
import io.daybook.domain.storecredit.StoreCreditCommand;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Which entity a command is for. */
public final class CommandTarget {

    private CommandTarget() {}

    /** The identifier, in its own type; nothing for what is not a command of ours. */
    public static Optional<Object> of(CommandMessage<?> command) {
        return switch (command.getPayload()) {
            case OrderCommand c -> Optional.of(c.orderId());
            case StockCommand c -> Optional.of(c.stockItemId());
            case PaymentCommand c -> Optional.of(c.paymentId());
            case ReturnCommand c -> Optional.of(c.returnId());
            case StoreCreditCommand c -> Optional.of(c.accountId());
            default -> Optional.empty();
        };
    }

    /** For Axon, which would look for annotations in every command. */
    static VersionedAggregateIdentifier resolve(CommandMessage<?> command) {
        return of(command)
                .map(id -> new VersionedAggregateIdentifier(id, null))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No entity is known for " + command.getCommandName()));
    }
}
