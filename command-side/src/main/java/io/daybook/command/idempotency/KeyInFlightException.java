package io.daybook.command.idempotency;

/** The first request with the same idempotency key has not finished within the lock timeout. */
public final class KeyInFlightException extends RuntimeException {

    private final String key;

    KeyInFlightException(String key, Throwable cause) {
        super("idempotency key in flight: " + key, cause);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
