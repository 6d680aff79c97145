package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import java.util.List;

/**
 * Decides from where the units of an order are to be taken.
 *
 * @param attempt counts from 1; a further one follows when a location had too little after all
 * @param reservations the parts; those of a line add up to what is wanted of it
 */
public record AllocateLines(OrderId orderId, int attempt, List<ReservedLine> reservations)
        implements OrderCommand {

    public AllocateLines {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt must be at least 1");
        }
        reservations = List.copyOf(reservations);
    }
}
