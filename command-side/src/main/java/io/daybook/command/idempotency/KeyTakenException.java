package io.daybook.command.idempotency;

/**
 * The idempotency key of a command is already stored: the transaction rolls back and the stored
 * answer counts.
 */
public final class KeyTakenException extends RuntimeException {

    KeyTakenException(String key) {
        super("idempotency key taken: " + key, null, false, false);
    }
}
