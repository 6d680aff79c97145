package io.daybook.command.inventory;

import io.daybook.command.group.GroupMember;
import io.daybook.command.group.GroupWriter;
import io.daybook.domain.inventory.SerialMove;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Notes where the single units are that an event moves, in the transaction of the event. What moves
 * units is known from events, not from commands: a transfer that arrives whole names none.
 */
public final class SerialPlaces implements MessageDispatchInterceptor<EventMessage<?>> {

    private final SerialTable table;
    private final GroupWriter<StockEvent> moves = this::write;

    SerialPlaces(SerialTable table) {
        this.table = table;
    }

    /** Notes what a group of commands moved. */
    public GroupWriter<?> groupWriter() {
        return moves;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(
            List<? extends EventMessage<?>> messages) {
        for (EventMessage<?> message : messages) {
            if (message.getPayload() instanceof StockEvent event
                    && !event.serialMove().serials().isEmpty()) {
                GroupMember.current()
                        .ifPresentOrElse(member -> member.add(moves, event), () -> note(event));
            }
        }
        return (_, message) -> message;
    }

    private OptionalLong write(List<StockEvent> events) {
        events.forEach(this::note);
        return OptionalLong.empty();
    }

    /**
     * @throws ConcurrencyException when a unit came in elsewhere since the command was judged
     */
    private void note(StockEvent event) {
        var item = event.stockItemId();
        SerialMove move = event.serialMove();
        boolean isNoted =
                switch (move.place()) {
                    case IN_STOCK -> table.arrived(item, move.serials(), move.transfer());
                    case IN_TRANSIT -> {
                        TransferId transfer = Objects.requireNonNull(move.transfer());
                        Location to = Objects.requireNonNull(move.destination());
                        yield table.departed(item, move.serials(), transfer, to);
                    }
                    case SHIPPED, WRITTEN_OFF -> {
                        table.left(item, move.serials(), move.transfer());
                        yield true;
                    }
                };
        if (!isNoted) {
            throw new ConcurrencyException("a serial came in elsewhere at the same time");
        }
    }
}
