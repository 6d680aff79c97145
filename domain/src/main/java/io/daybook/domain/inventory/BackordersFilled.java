package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Units that were promised before they were there are there now, the oldest promise first. */
@Revision("1")
public record BackordersFilled(StockItemId stockItemId, List<BackorderFill> fills)
        implements StockEvent, ReservationEvent {

    public BackordersFilled {
        fills = List.copyOf(fills);
    }
}
