package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a caller can ask of a payment. The permits list is the table of contents. */
public sealed interface PaymentCommand
        permits AuthorisePayment,
                RecordOfflinePayment,
                CapturePayment,
                VoidPayment,
                RefundPayment,
                ConfirmRefund,
                ReversePayment,
                RecordProviderOutcome,
                RecordProviderEvent,
                ResolveDoubt,
                ExpireAuthorisation,
                OpenDispute,
                CloseDispute {

    @TargetAggregateIdentifier
    PaymentId paymentId();
}
