package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.StoreCreditId;
import org.axonframework.serialization.Revision;

/** The shop owes the customer more. */
@Revision("1")
public record StoreCreditGranted(
        StoreCreditId accountId, String grantId, Money amount, String reason)
        implements StoreCreditEvent {}
