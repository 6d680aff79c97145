package io.daybook.domain.payment;

import io.daybook.domain.message.Rejection;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.time.Instant;
import java.util.Locale;

/** Why a payment refuses a command. */
public sealed interface PaymentRejection extends Rejection {

    record UnknownPayment(PaymentId paymentId) implements PaymentRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String detail() {
            return "There is no payment with this id.";
        }
    }

    /** The same payment id was used with another order or amount. */
    record PaymentDiffers(PaymentId paymentId) implements PaymentRejection {
        @Override
        public String code() {
            return "payment-differs";
        }

        @Override
        public String detail() {
            return "The payment exists with another order or amount.";
        }
    }

    /** Invariant 1 of payments: never more captured than authorised. */
    record ExceedsAuthorised(Money requested, Money capturable) implements PaymentRejection {
        @Override
        public String code() {
            return "exceeds-authorised";
        }

        @Override
        public String detail() {
            return "%s were to be captured, %s are left of the authorisation."
                    .formatted(requested, capturable);
        }
    }

    /** Invariant 1 of payments: never more refunded, pending refunds included, than captured. */
    record ExceedsCaptured(Money requested, Money refundable) implements PaymentRejection {
        @Override
        public String code() {
            return "exceeds-captured";
        }

        @Override
        public String detail() {
            return "%s were to be refunded, %s can be.".formatted(requested, refundable);
        }
    }

    record CurrencyDiffers(String requested, String currency) implements PaymentRejection {
        @Override
        public String code() {
            return "currency-mismatch";
        }

        @Override
        public String detail() {
            return "The payment is in %s, not %s.".formatted(currency, requested);
        }
    }

    record NothingToCapture(PaymentStatus status) implements PaymentRejection {
        @Override
        public String code() {
            return "nothing-to-capture";
        }

        @Override
        public String detail() {
            return "The payment is %s: nothing is left to capture.".formatted(status);
        }
    }

    record NothingToVoid(PaymentStatus status) implements PaymentRejection {
        @Override
        public String code() {
            return "nothing-to-void";
        }

        @Override
        public String detail() {
            return "The payment is %s: nothing is left to void.".formatted(status);
        }
    }

    /** An operation at the provider has no answer yet, and this one depends on it. */
    record OperationPending(ProviderOperation operation) implements PaymentRejection {
        @Override
        public String code() {
            return "operation-pending";
        }

        @Override
        public String detail() {
            return "A %s is under way at the provider; retry when it is answered."
                    .formatted(operation.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Too early to expire. */
    record NotDue(Instant dueAt) implements PaymentRejection {
        @Override
        public String code() {
            return "not-due";
        }

        @Override
        public String detail() {
            return "The authorisation holds until %s.".formatted(dueAt);
        }
    }

    record UnknownOperation(String operationId) implements PaymentRejection {
        @Override
        public String code() {
            return "unknown-operation";
        }

        @Override
        public String detail() {
            return "The payment was never asked for %s.".formatted(operationId);
        }
    }

    /** Only what nobody knows can be resolved by a person; the provider answers for the rest. */
    record NotInDoubt(String operationId) implements PaymentRejection {
        @Override
        public String code() {
            return "not-in-doubt";
        }

        @Override
        public String detail() {
            return "The provider is working on %s; it is not in doubt.".formatted(operationId);
        }
    }

    record NotOffline(String method) implements PaymentRejection {
        @Override
        public String code() {
            return "not-offline";
        }

        @Override
        public String detail() {
            return "Refunds of a %s payment are made by its provider, not by hand."
                    .formatted(method);
        }
    }

    record UnknownDispute(String disputeId) implements PaymentRejection {
        @Override
        public String code() {
            return "unknown-dispute";
        }

        @Override
        public String detail() {
            return "The payment has no dispute %s.".formatted(disputeId);
        }
    }

    /** The same dispute id was used with another amount, or it ended otherwise. */
    record DisputeDiffers(String disputeId) implements PaymentRejection {
        @Override
        public String code() {
            return "dispute-differs";
        }

        @Override
        public String detail() {
            return "Dispute %s is known with another amount or outcome.".formatted(disputeId);
        }
    }

    /** The provider reports money that its own earlier reports leave no room for. */
    record ProviderEventConflicts(String providerEventId) implements PaymentRejection {
        @Override
        public String code() {
            return "provider-event-conflicts";
        }

        @Override
        public String detail() {
            return "What event %s reports does not fit what is known of the payment."
                    .formatted(providerEventId);
        }
    }
}
