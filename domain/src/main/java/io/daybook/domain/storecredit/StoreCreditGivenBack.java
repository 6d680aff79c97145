package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;
import org.axonframework.serialization.Revision;

/** Credit that a payment had spent came back. */
@Revision("1")
public record StoreCreditGivenBack(
        StoreCreditId accountId, PaymentId paymentId, String operationId, Money amount)
        implements StoreCreditEvent {}
