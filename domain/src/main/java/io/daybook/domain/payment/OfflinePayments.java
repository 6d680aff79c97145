package io.daybook.domain.payment;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.payment.PaymentAmounts.Pending;
import io.daybook.domain.payment.PaymentState.Created;
import io.daybook.domain.shared.Decision;

/** The rules of payments without a provider: people hand the money over, both ways. */
final class OfflinePayments {

    private static final String RECEIPT = "receipt";

    private OfflinePayments() {}

    static OfflinePaymentRecorded recorded(RecordOfflinePayment command) {
        return new OfflinePaymentRecorded(
                command.paymentId(),
                command.orderId(),
                RECEIPT,
                command.amount(),
                command.method().code(),
                command.reference());
    }

    static Decision<PaymentEvent, PaymentRejection> recordAgain(
            RecordOfflinePayment command, Created payment) {
        boolean same =
                payment.orderId().equals(command.orderId())
                        && payment.requested().equals(command.amount())
                        && payment.provider().method().equals(command.method().code());
        return same ? nothingToDo() : refused(new PaymentRejection.PaymentDiffers(payment.id()));
    }

    static Decision<PaymentEvent, PaymentRejection> confirmRefund(
            ConfirmRefund command, Created payment) {
        String operationId = command.operationId();
        if (!payment.isOffline()) {
            return refused(new PaymentRejection.NotOffline(payment.provider().method()));
        }
        if (payment.refunds().containsKey(operationId)) {
            return nothingToDo();
        }
        Pending pending = payment.amounts().pending().get(operationId);
        return pending == null
                ? refused(new PaymentRejection.UnknownOperation(operationId))
                : accepted(
                        ProviderAnswers.refunded(
                                operationId, payment, pending.amount(), command.reference()));
    }
}
