package io.daybook.projection;

/**
 * An event cannot be applied because one before it is missing: a read model with a hole would be
 * wrong for ever.
 */
public final class ProjectionGapException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ProjectionGapException(RecordedEvent event, long applied) {
        super(
                "Event %d of %s arrived when only %d were applied"
                        .formatted(event.version(), event.aggregateId(), applied));
    }
}
