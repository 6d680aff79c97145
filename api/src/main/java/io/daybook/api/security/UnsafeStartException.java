package io.daybook.api.security;

/** The configuration would let strangers in. */
final class UnsafeStartException extends RuntimeException {

    private final String action;

    UnsafeStartException(String message, String action) {
        super(message + ' ' + action);
        this.action = action;
    }

    String action() {
        return action;
    }
}
