package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.StoreCreditId;

/** Everything that can have happened to a store credit account. */
public sealed interface StoreCreditEvent
        permits StoreCreditGranted,
                StoreCreditHeld,
                StoreCreditSpent,
                StoreCreditReleased,
                StoreCreditGivenBack {

    StoreCreditId accountId();

    Money amount();
}
