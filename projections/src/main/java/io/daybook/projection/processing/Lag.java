package io.daybook.projection.processing;

import java.time.Clock;
import java.time.Duration;

/**
 * How far a projection is behind the log, at one moment.
 *
 * @param millis age of the oldest event that is not applied
 */
record Lag(long position, long head, long millis, long deadLetters) {

    static final Lag UNKNOWN = new Lag(0, 0, 0, 0);

    static Lag of(LiveProjection projection, LogHead log, Clock clock) {
        var head = log.position();
        var reached = projection.position().exact();
        var oldest = log.oldestAfter(reached);
        var millis =
                oldest.map(recordedAt -> Duration.between(recordedAt, clock.instant()).toMillis())
                        .map(age -> Math.max(age, 0))
                        .orElse(0L);
        // Gaps that are empty now hold nothing to apply, whatever becomes of them.
        var position = oldest.isPresent() ? reached.position() : Math.max(reached.position(), head);
        return new Lag(
                position, Math.max(head, position), millis, projection.deadLetters().count());
    }

    long events() {
        return head - position;
    }
}
