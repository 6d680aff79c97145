package io.daybook.api.cli;

/** Something the person at the command line can understand and mend; the message is one line. */
class Failure extends RuntimeException {

    Failure(String message) {
        super(Cli.oneLine(message));
    }

    /** The instance is not there or does not let us in: no further request would fare better. */
    static final class NoAccess extends Failure {
        NoAccess(String message) {
            super(message);
        }
    }
}
