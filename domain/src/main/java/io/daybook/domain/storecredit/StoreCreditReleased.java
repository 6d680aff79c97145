package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;
import org.axonframework.serialization.Revision;

/** What was set aside for a payment is free again. */
@Revision("1")
public record StoreCreditReleased(
        StoreCreditId accountId, PaymentId paymentId, String operationId, Money amount)
        implements StoreCreditEvent {}
