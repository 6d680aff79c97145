package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;
import org.axonframework.serialization.Revision;

/** Credit is set aside for a payment. */
@Revision("1")
public record StoreCreditHeld(StoreCreditId accountId, PaymentId paymentId, Money amount)
        implements StoreCreditEvent {}
