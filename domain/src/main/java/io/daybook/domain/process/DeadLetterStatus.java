package io.daybook.domain.process;

/** What became of an event that could not be worked through. */
public enum DeadLetterStatus {
    /** It is tried again by itself. */
    PARKED,
    /** It was worked through. */
    DONE,
    /** An operator gave it up: it is not tried again; what of it took effect before stays. */
    DISCARDED
}
