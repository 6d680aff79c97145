package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.time.Instant;

/** From a placed order to a confirmed one, or to one that stock, money or time refused. */
final class ConfirmationDecisions {

    private ConfirmationDecisions() {}

    static Decision<OrderEvent, OrderRejection> confirm(ConfirmOrder command, Placed order) {
        PaymentId paymentId = command.paymentId();
        var recorded = new OrderPaymentRecorded(order.id(), paymentId, command.authorised());
        return switch (order.status()) {
            case PLACED ->
                    order.money().recorded(paymentId)
                            ? nothingToDo()
                            : Progress.after(order, recorded);
            case CONFIRMED, IN_FULFILMENT, COMPLETED, CLOSED -> {
                var change = order.changes().underway();
                if (change != null && change.payment().equals(paymentId)) {
                    yield ChangeDecisions.paid(change, recorded, order);
                }
                yield order.money().knows(paymentId) ? nothingToDo() : accepted(recorded);
            }
            case CANCELLING, CANCELLED, REJECTED, EXPIRED ->
                    order.money().knows(paymentId)
                            ? nothingToDo() // what ended the order already reverses it
                            : accepted(
                                    new LatePaymentRecorded(
                                            order.id(), paymentId, command.authorised()));
        };
    }

    static Decision<OrderEvent, OrderRejection> reject(RejectOrder command, Placed order) {
        PaymentId paymentId = command.paymentId();
        boolean ownPayment = paymentId == null || paymentId.equals(PaymentId.forOrder(order.id()));
        return switch (order.status()) {
            case PLACED -> {
                if (!ownPayment) {
                    yield nothingToDo(); // a declined extra payment does not decide over the order
                }
                if (paymentId == null && order.stock().isSecuredOrTried()) {
                    // What somebody took back since then does not undo that the stock was there;
                    // and an allocation that is under way gives back what it got when it fails.
                    yield refused(new OrderRejection.WrongStatus("RejectOrder", order.status()));
                }
                yield accepted(
                        new OrderRejected(
                                order.id(),
                                command.reason(),
                                command.detail(),
                                order.stock().open(),
                                order.money().live().stream()
                                        .filter(payment -> !payment.equals(paymentId))
                                        .toList()));
            }
            case CANCELLING ->
                    paymentId == null
                            ? nothingToDo()
                            : CancellationDecisions.paymentReversed(paymentId, order);
            case REJECTED, EXPIRED, CANCELLED -> nothingToDo();
            case CONFIRMED, IN_FULFILMENT, COMPLETED, CLOSED -> {
                var change = order.changes().underway();
                if (change != null && change.payment().equals(paymentId)) {
                    yield ChangeDecisions.failed(change, command.detail(), order);
                }
                // Other payments cover it: a declined one only counts no longer.
                yield paymentId == null
                        ? refused(new OrderRejection.WrongStatus("RejectOrder", order.status()))
                        : CancellationDecisions.paymentReversed(paymentId, order);
            }
        };
    }

    static Decision<OrderEvent, OrderRejection> expire(ExpireOrder command, Placed order) {
        // Paid, it only waits for somebody to release it, or for its stock.
        boolean secured = order.paid() && order.money().covered(order.zero()).isPositive();
        if (order.status() != OrderStatus.PLACED || secured) {
            return nothingToDo();
        }
        Instant due = order.expiresAt();
        return due == null || command.now().isBefore(due)
                ? refused(new FulfilmentRejection.NotDue(due))
                : accepted(
                        new OrderExpired(order.id(), order.stock().open(), order.money().live()));
    }

    static Decision<OrderEvent, OrderRejection> captured(RecordCapture command, Placed order) {
        var held = order.money().payments().get(command.paymentId());
        if (held == null || !held.live() || held.captures().contains(command.operationId())) {
            return nothingToDo();
        }
        Money amount = command.amount();
        return accepted(
                new OrderPaymentCaptured(
                        order.id(), command.paymentId(), command.operationId(), amount));
    }
}
