package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The open part of a reservation went back to the sellable stock; the reservation has ended. */
@Revision("1")
public record ReservationReleased(
        StockItemId stockItemId, ReservationId reservationId, int quantity, @Nullable String reason)
        implements StockEvent {}
