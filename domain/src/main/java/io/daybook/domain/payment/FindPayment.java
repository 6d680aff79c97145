package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.TenantId;

/** The payment as it is now; answered with a {@code Lookup}. */
public record FindPayment(TenantId tenant, PaymentId paymentId) {}
