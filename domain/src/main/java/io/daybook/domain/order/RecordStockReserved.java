package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import java.util.List;

/**
 * Reports that every line has its units.
 *
 * @param reservations where; empty when every line is reserved as it was placed: at its own
 *     location, under the id that follows from the order and the line
 */
public record RecordStockReserved(OrderId orderId, List<ReservedLine> reservations)
        implements OrderCommand {

    public RecordStockReserved {
        reservations = List.copyOf(reservations);
    }

    public RecordStockReserved(OrderId orderId) {
        this(orderId, List.of());
    }
}
