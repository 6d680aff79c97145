package io.daybook.command.payment;

/** The configuration of the payment provider cannot work. */
public final class PaymentSetupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    /** A sentence that says what is wrong, and one that says what to do. */
    public PaymentSetupException(String message, String action) {
        super(message + ' ' + action);
        this.action = action;
    }

    String action() {
        return action;
    }
}
