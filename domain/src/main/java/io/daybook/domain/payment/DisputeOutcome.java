package io.daybook.domain.payment;

/** How a dispute stands, from the shop's side. */
public enum DisputeOutcome {
    OPEN,
    /** The money stays. */
    WON,
    /** The money was charged back. */
    LOST
}
