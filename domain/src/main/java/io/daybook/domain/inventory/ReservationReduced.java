package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;

/** Some reserved units may be sold again; {@code remaining} are still promised. */
@Revision("1")
public record ReservationReduced(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        int remaining,
        String reduction)
        implements StockEvent {}
