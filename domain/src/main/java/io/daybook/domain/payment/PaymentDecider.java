package io.daybook.domain.payment;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.payment.PaymentState.Created;
import io.daybook.domain.payment.PaymentState.NotCreated;
import io.daybook.domain.shared.Decision;

/** The rules of a payment: pure, no clock, no chance, and no call to a provider. */
public final class PaymentDecider {

    private PaymentDecider() {}

    /**
     * Whether an operation is part of giving everything back, and not one that somebody asked for.
     */
    public static boolean isReversal(String operationId) {
        return Reversals.isReversal(operationId);
    }

    public static Decision<PaymentEvent, PaymentRejection> decide(
            PaymentCommand command, PaymentState state) {
        return switch (state) {
            case NotCreated _ ->
                    switch (command) {
                        case AuthorisePayment c -> accepted(PaymentRequests.authorisation(c));
                        case RecordOfflinePayment c -> accepted(OfflinePayments.recorded(c));
                        default ->
                                refused(new PaymentRejection.UnknownPayment(command.paymentId()));
                    };
            case Created payment ->
                    switch (command) {
                        case AuthorisePayment c -> PaymentRequests.authoriseAgain(c, payment);
                        case RecordOfflinePayment c -> OfflinePayments.recordAgain(c, payment);
                        case CapturePayment c -> PaymentRequests.capture(c, payment);
                        case VoidPayment c -> PaymentRequests.release(c, payment);
                        case RefundPayment c -> PaymentRequests.refund(c, payment);
                        case ConfirmRefund c -> OfflinePayments.confirmRefund(c, payment);
                        case ReversePayment c -> Reversals.reverse(c, payment);
                        case RecordProviderOutcome c -> ProviderAnswers.record(c, payment);
                        case RecordProviderEvent c -> ProviderFacts.record(c, payment);
                        case ResolveDoubt c -> ProviderAnswers.resolve(c, payment);
                        case ExpireAuthorisation c -> PaymentRequests.expire(c, payment);
                        case OpenDispute c -> Disputes.open(c, payment);
                        case CloseDispute c -> Disputes.close(c, payment);
                    };
        };
    }
}
