package io.daybook.domain.process;

/** What a process is about. */
public enum ProcessKind {
    /** From a placed order to the delivery of its last unit. */
    FULFILMENT,
    /** From the wish to cancel an order until neither stock nor money is left behind. */
    CANCELLATION,
    /** From the request of a return until goods and money are where they belong. */
    SETTLEMENT
}
