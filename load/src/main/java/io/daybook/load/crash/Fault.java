package io.daybook.load.crash;

/** What can happen to a program, and how long it may take until commands are accepted again. */
enum Fault {
    /** {@code kill -9} of the application, which is started again at once. */
    KILL_APPLICATION(10),
    /** {@code kill -9} of the database server while the application lives on. */
    KILL_DATABASE(5),
    /**
     * {@code kill -9} of one connection's process: PostgreSQL throws out everybody and recovers.
     */
    CRASH_BACKEND(5),
    /** SIGSTOP of the application for some seconds. */
    PAUSE_APPLICATION(5),
    /** SIGSTOP of some connections' processes, those in a transaction first. */
    PAUSE_BACKENDS(5),
    /** A lock keeps all appends waiting. */
    STALL_APPENDS(5),
    /** No room left where the database keeps its data, for some seconds. */
    FILL_DISK(30),
    /** The same, when PostgreSQL needs a new file for its own log and cannot go on without. */
    FILL_LOG(30),
    /** Every round trip to the database takes 200 ms more, for some seconds. */
    SLOW_DATABASE(5),
    /** {@code kill -9} of the application, which comes back with a clock ten minutes ahead. */
    CLOCK_AHEAD(10),
    /** The same, with a clock ten minutes behind. */
    CLOCK_BEHIND(10),
    /** The same, with a clock that is right. */
    CLOCK_RIGHT(10);

    private final int readySeconds;

    Fault(int readySeconds) {
        this.readySeconds = readySeconds;
    }

    /** Counted from the end of what was done to it; after a kill, from the kill or the recovery. */
    int readySeconds() {
        return readySeconds;
    }
}
