package io.daybook.domain.order;

/** How far a staged change of an order got. */
public enum ChangeStatus {
    PROPOSED,
    /** Its stock and money are being secured. */
    APPLYING,
    APPLIED,
    /** Stock or payment refused it. */
    FAILED,
    WITHDRAWN
}
