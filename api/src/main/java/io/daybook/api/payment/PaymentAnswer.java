package io.daybook.api.payment;

import io.daybook.api.exchange.Outcome;
import io.daybook.domain.payment.PaymentReceipt;

/** The small answer to a command on a payment. */
record PaymentAnswer(String paymentId, String status, long version) {

    static PaymentAnswer of(Outcome outcome) {
        PaymentReceipt receipt = (PaymentReceipt) outcome.receipt();
        return new PaymentAnswer(
                receipt.paymentId().value(), receipt.status().name(), outcome.version());
    }
}
