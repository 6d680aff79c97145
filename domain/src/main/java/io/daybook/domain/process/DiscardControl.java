package io.daybook.domain.process;

import io.daybook.domain.shared.TenantId;
import java.util.concurrent.CompletableFuture;

/** Gives parked events up. A port: the command side implements it. */
public interface DiscardControl {

    /**
     * Whether events of this group can be given up: reactions can, but a read model that left an
     * event out would be wrong from then on.
     */
    boolean mayDiscard(String group);

    /**
     * Takes an event out of its queue, so that it is not tried again, and remembers who wanted it
     * so and why. The event itself stays in the log.
     *
     * @return whether it is done; not when the event is not there, waits behind another one, or is
     *     being tried at this moment. Never blocks the caller.
     */
    CompletableFuture<Boolean> discard(
            TenantId tenant, String deadLetterId, String actor, String reason);
}
