package io.daybook.domain.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What one event did to the quantities of a stock item, and why.
 *
 * @param cause what it was done for: a reservation, a shipment, a transfer, a return, a reference
 */
public record Movement(
        MovementType type, StockLevel change, @Nullable String cause, @Nullable String reason) {

    /** The change of the number that the movement is about. */
    public long quantity() {
        if (change.onHand() != 0) {
            return change.onHand();
        }
        return change.reserved() != 0 ? change.reserved() : change.damaged() + change.quarantine();
    }
}
