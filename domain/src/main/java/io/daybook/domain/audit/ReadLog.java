package io.daybook.domain.audit;

import io.daybook.domain.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Events of a tenant in the order of the log; answered with a {@code Page} whose cursor key is the
 * position of the last event. Every filter that is not {@code null} narrows the list.
 *
 * @param entityType {@code order}, {@code stock-item}, {@code payment} or {@code return}
 * @param entityId the aggregate's identifier; a history of one entity is this filter alone
 * @param fromVersion first version of the entity, inclusive; only with {@code entityId}
 * @param toVersion last version of the entity, inclusive; only with {@code entityId}
 * @param from inclusive
 * @param to exclusive
 * @param after only events at later positions; 0 for the beginning
 * @param limit at most so many events
 */
public record ReadLog(
        TenantId tenant,
        @Nullable String entityType,
        @Nullable String entityId,
        @Nullable Long fromVersion,
        @Nullable Long toVersion,
        @Nullable String type,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable Instant from,
        @Nullable Instant to,
        long after,
        int limit) {}
