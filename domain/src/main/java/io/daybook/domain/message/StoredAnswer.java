package io.daybook.domain.message;

import java.util.Map;

/**
 * The first HTTP answer to a request with an idempotency key, when it says more than the command's
 * result: after waiting for a process, or with the whole entity in it. Replayed byte for byte.
 */
public record StoredAnswer(int status, Map<String, String> headers, String body) {
    public StoredAnswer {
        headers = Map.copyOf(headers);
    }
}
