package io.daybook.command.inventory;

import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.RestockReturned;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockItemRegistered;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Refuses units that would be in two places: a stock item sees only its own location. Commands that
 * name no serials pass by.
 */
public final class SerialInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final SerialTable table;

    public SerialInterceptor(SerialTable table) {
        this.table = table;
    }

    /**
     * Single units that a command would count in.
     *
     * @param transfer what they come with
     */
    private record Arrival(
            StockItemId item, List<SerialNumber> serials, @Nullable TransferId transfer) {

        private static Optional<Arrival> of(Object payload) {
            return switch (payload) {
                case ReceiveStock c -> of(c, c.serials(), null);
                case RestockReturned c -> of(c, c.serials(), null);
                case ReceiveTransfer c -> of(c, c.serials(), c.transferId());
                default -> Optional.empty();
            };
        }

        private static Optional<Arrival> of(
                StockCommand command, List<SerialNumber> serials, @Nullable TransferId transfer) {
            return serials.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Arrival(command.stockItemId(), serials, transfer));
        }
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var refusal =
                Arrival.of(unitOfWork.getMessage().getPayload())
                        .flatMap(units ->
                                table.elsewhere(units.item(), units.serials(), units.transfer())
                                        .map(why -> refused(units.item(), why)));
        return refusal.isPresent() ? refusal.get() : chain.proceed();
    }

    private CommandResult refused(StockItemId item, LotRejection why) {
        long version = table.version(item);
        StockState state = StockState.initial();
        return new CommandResult.Refused(
                why,
                version,
                (version == 0 ? state : state.evolve(new StockItemRegistered(item))).allowed());
    }
}
