package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;

/** What one payment contributes to an amount. */
public record PaymentShare(PaymentId paymentId, Money amount) {}
