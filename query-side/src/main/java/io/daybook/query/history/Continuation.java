package io.daybook.query.history;

import io.daybook.domain.shared.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Carries the history of an entity on with events that the log does not hold. */
@FunctionalInterface
public interface Continuation {

    /**
     * The views before and after the further events.
     *
     * @param version how many events of the entity come before them
     */
    Mono<Change> of(TenantId tenant, String id, long version, List<LoggedEvent> further);

    /**
     * Two views of one entity.
     *
     * @param before {@code null} when the further events are its first ones
     */
    record Change(@Nullable Object before, Object after) {}
}
