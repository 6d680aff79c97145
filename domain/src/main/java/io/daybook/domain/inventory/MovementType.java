package io.daybook.domain.inventory;

/** The kinds of movement of stock: whatever changes a quantity is one of these. */
public enum MovementType {
    RECEIVED,
    ADJUSTED,
    COUNTED,
    RESERVED,
    RELEASED,
    EXPIRED,
    SHIPPED,
    TRANSFERRED_OUT,
    TRANSFERRED_IN,
    TRANSFER_CORRECTED,
    RESTOCKED,
    MOVED_TO_BUCKET,
    RESTORED_FROM_BUCKET,
    WRITTEN_OFF
}
