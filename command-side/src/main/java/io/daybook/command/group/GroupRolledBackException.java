package io.daybook.command.group;

/** One write of a group could not be done, so nothing of the group was written. */
public final class GroupRolledBackException extends RuntimeException {

    private final Throwable reason;

    public GroupRolledBackException(Throwable cause) {
        super(cause);
        this.reason = cause;
    }

    public Throwable reason() {
        return reason;
    }
}
