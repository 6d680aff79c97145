package io.daybook.command.inventory;

import io.daybook.command.group.GroupMember;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.RestockReturned;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockItemRegistered;
import io.daybook.domain.inventory.StockReceipt;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.inventory.TransferStock;
import io.daybook.domain.inventory.WriteOffStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * A serial is in one place, also over locations, which no stock item can see: a table says where
 * each is, written in the transaction of the events. Commands that name no serials pass by.
 */
public final class SerialInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final SerialTable table;

    public SerialInterceptor(SerialTable table) {
        this.table = table;
    }

    /**
     * Serials that a command moves.
     *
     * @param to where they are from then on; {@code null} when they leave
     * @param comesIn whether they must not be in stock elsewhere
     */
    private record Move(
            StockCommand command,
            List<SerialNumber> serials,
            @Nullable Location to,
            boolean comesIn) {

        private static @Nullable Move of(Object payload) {
            return switch (payload) {
                case ReceiveStock c -> in(c, c.serials());
                case RestockReturned c -> in(c, c.serials());
                case ReceiveTransfer c -> in(c, c.serials());
                case TransferStock c -> new Move(c, c.serials(), c.to(), false);
                case CommitReservation c -> new Move(c, c.serials(), null, false);
                case WriteOffStock c -> new Move(c, c.serials(), null, false);
                default -> null;
            };
        }

        private static Move in(StockCommand command, List<SerialNumber> serials) {
            return new Move(command, serials, command.stockItemId().location(), true);
        }
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Move move = Move.of(unitOfWork.getMessage().getPayload());
        if (move == null || move.serials().isEmpty()) {
            return chain.proceed();
        }
        if (GroupMember.current().isPresent()) {
            // The table has to be written in one transaction with the events.
            throw new IllegalStateException("commands with serials run alone");
        }
        var item = move.command().stockItemId();
        if (move.comesIn()) {
            var elsewhere = table.elsewhere(item, move.serials());
            if (!elsewhere.isEmpty()) {
                return refused(item, elsewhere.firstEntry());
            }
        }
        long before = table.version(item);
        Object result = chain.proceed();
        // A dry run has no receipt of a stock item; a repetition says where units were once.
        if (result instanceof CommandResult.Accepted(StockReceipt _, long version)
                && version > before) {
            record(move);
        }
        return result;
    }

    private CommandResult refused(StockItemId item, Map.Entry<SerialNumber, Location> elsewhere) {
        long version = table.version(item);
        StockState state = StockState.initial();
        return new CommandResult.Refused(
                new LotRejection.SerialElsewhere(elsewhere.getKey(), elsewhere.getValue()),
                version,
                (version == 0 ? state : state.evolve(new StockItemRegistered(item))).allowed());
    }

    private void record(Move move) {
        var item = move.command().stockItemId();
        if (move.to() == null) {
            table.remove(item, move.serials());
        } else if (!table.put(item, move.serials(), item.location(), move.to())) {
            throw new ConcurrencyException("a serial came in elsewhere at the same time");
        }
    }
}
