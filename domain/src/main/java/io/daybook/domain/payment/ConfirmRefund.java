package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;

/**
 * Reports that somebody handed the money of an offline refund over.
 *
 * @param reference what the receipt or the bank statement calls it
 */
public record ConfirmRefund(PaymentId paymentId, String operationId, String reference)
        implements PaymentCommand {}
