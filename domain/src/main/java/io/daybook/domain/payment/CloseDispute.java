package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;

/** Reports how a dispute ended. */
public record CloseDispute(PaymentId paymentId, String disputeId, DisputeOutcome outcome)
        implements PaymentCommand {

    public CloseDispute {
        if (outcome == DisputeOutcome.OPEN) {
            throw new IllegalArgumentException("a dispute ends WON or LOST");
        }
    }
}
