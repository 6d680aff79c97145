package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a caller can ask of a payment. The permits list is the table of contents. */
public sealed interface PaymentCommand
        permits AuthorisePayment,
                CapturePayment,
                VoidPayment,
                RefundPayment,
                ReversePayment,
                RecordProviderOutcome {

    @TargetAggregateIdentifier
    PaymentId paymentId();
}
