package io.daybook.domain.storecredit;

import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;

/** Frees what was set aside for a payment and not spent. */
public record ReleaseStoreCredit(StoreCreditId accountId, PaymentId paymentId, String operationId)
        implements StoreCreditCommand {}
