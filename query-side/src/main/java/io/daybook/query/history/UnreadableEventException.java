package io.daybook.query.history;

/** The log holds an event that this version cannot read. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableEventException(LoggedEvent event) {
        super(
                "Event %s, revision %s, at position %d is unknown to this version"
                        .formatted(event.type(), event.revision(), event.position()));
    }
}
