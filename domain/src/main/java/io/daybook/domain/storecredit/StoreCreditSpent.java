package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;
import org.axonframework.serialization.Revision;

/** A payment took credit that was set aside for it. */
@Revision("1")
public record StoreCreditSpent(
        StoreCreditId accountId, PaymentId paymentId, String operationId, Money amount)
        implements StoreCreditEvent {}
