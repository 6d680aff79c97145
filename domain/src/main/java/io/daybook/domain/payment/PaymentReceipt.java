package io.daybook.domain.payment;

import io.daybook.domain.message.Receipt;
import io.daybook.domain.shared.PaymentId;

/**
 * What a caller learns of a payment after a command.
 *
 * @param nothingLeft whether no money is held or kept any more and nothing is under way
 */
public record PaymentReceipt(PaymentId paymentId, PaymentStatus status, boolean nothingLeft)
        implements Receipt {

    public static PaymentReceipt of(PaymentState.Created payment) {
        return new PaymentReceipt(
                payment.id(), payment.amounts().status(), payment.amounts().reversed());
    }
}
