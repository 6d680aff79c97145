package io.daybook.domain.order;

/** Why the fulfilment process gave an order up. */
public enum RejectionReason {
    INSUFFICIENT_STOCK,
    PAYMENT_DECLINED
}
