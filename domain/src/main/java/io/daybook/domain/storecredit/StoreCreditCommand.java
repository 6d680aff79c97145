package io.daybook.domain.storecredit;

import io.daybook.domain.shared.StoreCreditId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of a store credit account. */
public sealed interface StoreCreditCommand
        permits GrantStoreCredit,
                HoldStoreCredit,
                SpendStoreCredit,
                ReleaseStoreCredit,
                GiveBackStoreCredit {

    @TargetAggregateIdentifier
    StoreCreditId accountId();
}
