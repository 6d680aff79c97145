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
    STALL_APPENDS(5);

    private final int readySeconds;

    Fault(int readySeconds) {
        this.readySeconds = readySeconds;
    }

    /** Counted from the end of what was done to it; after a kill, from the kill or the recovery. */
    int readySeconds() {
        return readySeconds;
    }
}
