package io.daybook.domain.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that is or was parked.
 *
 * @param group the reactions or the projection that could not work it through
 * @param sequence what it is kept in order with, for example an order
 * @param entityId the entity whose event it is
 * @param version of the entity with this event
 * @param reason {@code null} for an event that only waits behind another
 */
public record DeadLetterView(
        String deadLetterId,
        String group,
        String sequence,
        String type,
        @Nullable String entityId,
        @Nullable Long version,
        @Nullable String reason,
        Instant parkedAt,
        @Nullable Instant lastTriedAt,
        DeadLetterStatus status) {

    public DeadLetterView with(DeadLetterStatus now) {
        return new DeadLetterView(
                deadLetterId,
                group,
                sequence,
                type,
                entityId,
                version,
                reason,
                parkedAt,
                lastTriedAt,
                now);
    }
}
