package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;

/**
 * A payment that can give money back.
 *
 * @param refundable captured, and neither refunded, disputed, charged back, nor about to be
 */
public record RefundSource(PaymentId paymentId, String method, Money refundable) {}
