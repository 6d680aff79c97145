package io.daybook.domain.payment;

/** Which payments of an order give money back first. */
public enum RefundPreference {
    OLDEST_FIRST,
    NEWEST_FIRST,
    /** One payment where one is enough, else the largest first. */
    FEWEST_PAYMENTS,
    STORE_CREDIT_FIRST,
    STORE_CREDIT_LAST
}
