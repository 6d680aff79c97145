package io.daybook.api.cli;

/** A row that cannot be imported; the rest of its file goes on. */
final class BadRow extends RuntimeException {

    BadRow(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
