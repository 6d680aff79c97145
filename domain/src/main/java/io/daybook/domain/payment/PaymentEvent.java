package io.daybook.domain.payment;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;

/** Everything that can have happened to a payment: an intent, or what the provider made of it. */
public sealed interface PaymentEvent
        permits AuthorisationRequested,
                CustomerActionRequired,
                PaymentAuthorised,
                PaymentDeclined,
                AuthorisationExpired,
                CaptureRequested,
                PaymentCaptured,
                CaptureFailed,
                VoidRequested,
                PaymentVoided,
                VoidFailed,
                RefundRequested,
                PaymentRefunded,
                RefundFailed,
                RefundReversed,
                DisputeOpened,
                DisputeClosed,
                OfflinePaymentRecorded,
                ProviderOutcomeUnknown,
                ProviderEventReceived {

    PaymentId paymentId();

    OrderId orderId();

    /** The provider operation that the event belongs to. */
    String operationId();
}
