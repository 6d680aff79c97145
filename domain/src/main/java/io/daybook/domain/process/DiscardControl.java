package io.daybook.domain.process;

import io.daybook.domain.shared.TenantId;
import java.util.concurrent.CompletableFuture;

/** Gives parked events up. A port: the command side implements it. */
public interface DiscardControl {

    /**
     * Takes an event out of its queue without its effect, and remembers who wanted it so and why.
     * The event itself stays in the log.
     *
     * @return whether it is done; not when the event is not there, waits behind another one, or is
     *     being tried at this moment. Never blocks the caller.
     */
    CompletableFuture<Boolean> discard(
            TenantId tenant, String deadLetterId, String actor, String reason);
}
