package io.daybook.domain.returns;

/** Where a return stands; between approval and settlement it follows from its units. */
public enum ReturnStatus {
    REQUESTED,
    APPROVED,
    DECLINED,
    PARTLY_RECEIVED,
    RECEIVED,
    /** Every unit is judged; the settlement is under way. */
    INSPECTED,
    /** Goods and money are where they belong. */
    SETTLED,
    CLOSED,
    CANCELLED,
    /** Nothing was sent back in time. */
    EXPIRED
}
