package io.daybook.domain.returns;

/** What becomes of units that came back. */
public enum Disposition {
    /** Back on the shelf as new. */
    RESTOCK,
    /** Back on the shelf as second choice, under a SKU of its own. */
    RESTOCK_B_GRADE,
    /** Kept aside, not for sale, until somebody moves them out of the bucket of that name. */
    QUARANTINE,
    /** Thrown away. */
    SCRAP,
    /** Back to the customer. */
    SEND_BACK,
    /** Announced, and not there. */
    MISSING;

    /**
     * Whether units can end like this.
     *
     * @param accepted whether they are paid back: refused ones are not the shop's to sell, and
     *     nobody pays for what he sends back or never got
     */
    boolean fits(boolean accepted) {
        return switch (this) {
            case RESTOCK, RESTOCK_B_GRADE -> accepted;
            case QUARANTINE, SCRAP -> true;
            case SEND_BACK, MISSING -> !accepted;
        };
    }
}
