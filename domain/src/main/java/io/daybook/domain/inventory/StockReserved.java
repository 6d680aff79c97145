package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Units were promised. */
@Revision("1")
public record StockReserved(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        @Nullable String reference)
        implements StockEvent {}
