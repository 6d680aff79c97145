package io.daybook.command.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code daybook.idempotency_key}.
 *
 * @param result the {@code CommandResult} as JSON
 * @param answer the {@code StoredAnswer} as JSON, when the HTTP answer said more than the result
 * @param correlationId of the first request
 */
record StoredKey(
        String fingerprint,
        String result,
        @Nullable Long position,
        @Nullable String answer,
        @Nullable String correlationId) {}
