package io.daybook.domain.payment;

/** Where a payment stands; derived from its amounts, never stored beside them. */
public enum PaymentStatus {
    /** The authorisation is asked for and not answered yet. */
    CREATED,
    /** The customer has to do something before the provider answers. */
    ACTION_REQUIRED,
    AUTHORISED,
    PARTLY_CAPTURED,
    CAPTURED,
    PARTLY_REFUNDED,
    REFUNDED,
    VOIDED,
    DECLINED,
    /** The authorisation ended before anything was captured. */
    EXPIRED,
    /** The provider's answer to an operation is not known. */
    IN_DOUBT,
    /** The customer disputes a charge, and it is not decided. */
    DISPUTED,
    /** A dispute was decided for the shop, and nothing happened since. */
    WON,
    /** A dispute was decided for the customer: money was charged back. */
    LOST;

    /** Whether money was captured, whatever became of it. */
    public boolean isCaptured() {
        return switch (this) {
            case PARTLY_CAPTURED, CAPTURED, PARTLY_REFUNDED, REFUNDED, DISPUTED, WON, LOST -> true;
            case CREATED, ACTION_REQUIRED, AUTHORISED, VOIDED, DECLINED, EXPIRED, IN_DOUBT -> false;
        };
    }

    /** Whether the payment ended without any money. */
    public boolean isOver() {
        return switch (this) {
            case VOIDED, DECLINED, EXPIRED -> true;
            case CREATED,
                    ACTION_REQUIRED,
                    AUTHORISED,
                    PARTLY_CAPTURED,
                    CAPTURED,
                    PARTLY_REFUNDED,
                    REFUNDED,
                    IN_DOUBT,
                    DISPUTED,
                    WON,
                    LOST ->
                    false;
        };
    }
}
