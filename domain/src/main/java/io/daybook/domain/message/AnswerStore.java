package io.daybook.domain.message;

import io.daybook.domain.shared.TenantId;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps answers for idempotency keys whose command was accepted before. A port: the command side
 * implements it.
 */
public interface AnswerStore {

    /**
     * Remembers the answer; the first one for a key wins. Completes with the answer that counts.
     * Never blocks the caller.
     */
    CompletableFuture<StoredAnswer> remember(
            TenantId tenant, String route, String key, StoredAnswer answer);

    /** Whether a command was judged under this key before. Never blocks the caller. */
    CompletableFuture<Boolean> knows(TenantId tenant, String route, String key);
}
