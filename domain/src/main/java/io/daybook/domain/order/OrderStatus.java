package io.daybook.domain.order;

/** The lifecycle of an order; payment, fulfilment and return are axes of their own. */
public enum OrderStatus {
    PLACED,
    CONFIRMED,
    IN_FULFILMENT,
    COMPLETED,
    /** Nothing is expected any more, not even a return. */
    CLOSED,
    REJECTED,
    /** Not paid in time. */
    EXPIRED,
    /** Stock and money are on their way back; the order accepts no shipment. */
    CANCELLING,
    CANCELLED;

    /** Whether nothing more happens to the order by itself. */
    public boolean ended() {
        return switch (this) {
            case COMPLETED, CLOSED, REJECTED, EXPIRED, CANCELLED -> true;
            case PLACED, CONFIRMED, IN_FULFILMENT, CANCELLING -> false;
        };
    }
}
