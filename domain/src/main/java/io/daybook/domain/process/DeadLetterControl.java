package io.daybook.domain.process;

import java.util.concurrent.CompletableFuture;

/** Tries parked events again. A port: whoever parks events implements it for its groups. */
public interface DeadLetterControl {

    /** Whether it parks the events of this group. */
    boolean keeps(String group);

    /**
     * Tries the parked events of a sequence now, up to the first that fails again; nothing happens
     * when there are none, or when somebody is trying them. Completes when that is done, whether it
     * helped or not. Never blocks the caller.
     */
    CompletableFuture<Void> retry(String group, String sequence);
}
