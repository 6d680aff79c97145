package io.daybook.domain.process;

/** How a process stands. */
public enum ProcessStatus {
    RUNNING,
    /** A step of it failed; it is tried again by itself, and on request. */
    STUCK,
    ENDED
}
