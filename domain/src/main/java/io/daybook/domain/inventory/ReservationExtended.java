package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A promise holds longer than it did. */
@Revision("1")
public record ReservationExtended(
        StockItemId stockItemId, ReservationId reservationId, Instant expiresAt)
        implements StockEvent, ReservationEvent {}
