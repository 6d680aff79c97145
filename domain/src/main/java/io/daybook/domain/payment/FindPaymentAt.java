package io.daybook.domain.payment;

import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.TenantId;

/** The payment as it was; answered with a {@code Lookup}. */
public record FindPaymentAt(TenantId tenant, PaymentId paymentId, Moment moment) {}
