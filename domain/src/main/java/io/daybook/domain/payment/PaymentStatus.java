package io.daybook.domain.payment;

/** Where a payment stands; derived from its amounts, never stored beside them. */
public enum PaymentStatus {
    /** The authorisation is asked for and not answered yet. */
    CREATED,
    AUTHORISED,
    PARTLY_CAPTURED,
    CAPTURED,
    PARTLY_REFUNDED,
    REFUNDED,
    VOIDED,
    DECLINED,
    /** The provider's answer to an operation is not known. */
    IN_DOUBT
}
