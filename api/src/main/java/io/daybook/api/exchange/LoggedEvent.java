package io.daybook.api.exchange;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a history. For the description only: the text itself comes from the log.
 *
 * @param position in the log
 * @param version of the entity after this event
 * @param correlationId of the request that set everything in motion
 * @param causationId of the message that caused this one
 */
public record LoggedEvent(
        long position,
        String entityType,
        String entityId,
        long version,
        String type,
        @Nullable String revision,
        Instant recordedAt,
        @Nullable String actor,
        String tenant,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String requestId,
        Map<String, Object> payload) {}
