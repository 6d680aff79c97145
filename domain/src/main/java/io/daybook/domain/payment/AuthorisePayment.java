package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;

/** Asks the provider to set money aside. The call itself happens after this intent is stored. */
public record AuthorisePayment(
        PaymentId paymentId, OrderId orderId, Money amount, String method, String token)
        implements PaymentCommand {}
