package io.daybook.command.process;

import io.daybook.command.payment.StoredPayments;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.GrantRefund;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.payment.OfflineMethod;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.payment.PaymentState;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.payment.RecordOfflinePayment;
import io.daybook.domain.payment.RefundFailed;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.RefundSource;
import io.daybook.domain.returns.RecordRefund;
import io.daybook.domain.returns.RefundStep;
import io.daybook.domain.returns.ReturnSettlementDue;
import io.daybook.domain.returns.ReturnSettlementPlanned;
import io.daybook.domain.returns.ReturnState;
import io.daybook.domain.returns.SettlementPlan;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.storecredit.GrantStoreCredit;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * The money of a return: planned from what the order's payments hold, stored, and only then moved,
 * step by step. Each step has an id of its own, so that nothing is paid twice however often a
 * reaction is repeated.
 */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class SettlementReactions {

    private static final String REASON = "return";

    private final ProcessCommands commands;
    private final Standing standing;
    private final StoredPayments payments;

    SettlementReactions(ProcessCommands commands, Standing standing, StoredPayments payments) {
        this.commands = commands;
        this.standing = standing;
        this.payments = payments;
    }

    @EventHandler
    void whenSettlementIsDuePlanIt(
            ReturnSettlementDue event, EventMessage<ReturnSettlementDue> message) {
        if (!(standing.order(event.orderId()) instanceof OrderState.Placed order)) {
            throw new IllegalStateException("nobody placed " + event.orderId());
        }
        commands.require(
                SettlementPlan.of(
                        event,
                        neededForReplacement(event),
                        order.customerId(),
                        sources(event, order)),
                message,
                "plan-settlement");
    }

    @EventHandler
    void whenSettlementIsPlannedPayIt(
            ReturnSettlementPlanned event,
            @SequenceNumber long sequence,
            EventMessage<ReturnSettlementPlanned> message) {
        commands.require(
                new GrantRefund(event.orderId(), event.returnId(), event.granted(), sequence + 1),
                message,
                "grant-refund");
        for (RefundStep step : stepsUnderWay(event)) {
            switch (step.target()) {
                case PAYMENT -> refund(event.returnId(), step, message);
                case STORE_CREDIT ->
                        made(event.returnId(), step, credit(event, step, message), message);
                case EXCHANGE ->
                        made(event.returnId(), step, carry(event.returnId(), step), message);
            }
        }
    }

    /**
     * Not those that were answered: a payment that refused a refund may agree when this is repeated
     * later, while another attempt has paid it already.
     */
    private List<RefundStep> stepsUnderWay(ReturnSettlementPlanned event) {
        return standing.returned(event.returnId()) instanceof ReturnState.Requested known
                ? event.steps().stream()
                        .filter(step -> known.isUnderWay(step.operationId()))
                        .toList()
                : List.of();
    }

    /** Only steps of returns; everything else that is refunded is somebody else's. */
    @EventHandler
    void whenPaymentRefundedRecordIt(PaymentRefunded event, EventMessage<PaymentRefunded> message) {
        RefundStep.returnOf(event.operationId())
                .ifPresent(id -> record(id, event.operationId(), null, message));
    }

    @EventHandler
    void whenRefundFailedRecordIt(RefundFailed event, EventMessage<RefundFailed> message) {
        RefundStep.returnOf(event.operationId())
                .ifPresent(id -> record(id, event.operationId(), event.reason(), message));
    }

    /** The provider's answer comes with an event of the payment. */
    private void refund(ReturnId returnId, RefundStep step, EventMessage<?> message) {
        var refund = new RefundPayment(step.paymentId(), step.amount(), REASON, step.operationId());
        if (commands.send(refund, message, "refund-" + step.operationId())
                instanceof CommandResult.Refused refused) {
            record(returnId, step.operationId(), refused.rejection().detail(), message);
        }
    }

    /** Takes effect at once, or is refused at once. */
    private void made(ReturnId returnId, RefundStep step, Object command, EventMessage<?> message) {
        var result = commands.send(command, message, "credit-" + step.operationId());
        record(
                returnId,
                step.operationId(),
                result instanceof CommandResult.Refused refused
                        ? refused.rejection().detail()
                        : null,
                message);
    }

    private GrantStoreCredit credit(
            ReturnSettlementPlanned plan, RefundStep step, EventMessage<?> message) {
        CustomerId known = plan.creditTo();
        CustomerId customer =
                known == null ? standing.orderView(plan.orderId()).customerId() : known;
        return new GrantStoreCredit(
                new StoreCreditId(
                        ReturnReactions.tenant(message), step.amount().currency(), customer),
                step.operationId(),
                step.amount(),
                REASON);
    }

    private static RecordOfflinePayment carry(ReturnId returnId, RefundStep step) {
        OrderId replacement = OrderId.forReplacement(returnId);
        return new RecordOfflinePayment(
                PaymentId.forExchange(replacement, step.operationId()),
                replacement,
                step.amount(),
                OfflineMethod.EXCHANGE,
                step.operationId());
    }

    private void record(
            ReturnId returnId,
            String operationId,
            @Nullable String failure,
            EventMessage<?> message) {
        commands.require(
                new RecordRefund(returnId, operationId, failure), message, "record-" + operationId);
    }

    /** What the order's payments can still give, less what they keep for earlier settlements. */
    private List<RefundSource> sources(ReturnSettlementDue event, OrderState.Placed order) {
        if (!event.amount().isPositive()) {
            return List.of();
        }
        List<ReturnState.Requested> returns =
                order.opened().stream()
                        .map(opened -> standing.returned(opened.returnId()))
                        .filter(ReturnState.Requested.class::isInstance)
                        .map(ReturnState.Requested.class::cast)
                        .toList();
        return order.paymentIds().stream()
                .flatMap(payment -> source(payment, returns).stream())
                .toList();
    }

    private Optional<RefundSource> source(PaymentId id, List<ReturnState.Requested> returns) {
        return payments.find(id).flatMap(payment -> source(id, payment, returns));
    }

    private static Optional<RefundSource> source(
            PaymentId id, PaymentState.Created payment, List<ReturnState.Requested> returns) {
        if (payment.amounts().isPending(ProviderOperation.CAPTURE)) {
            throw new IllegalStateException("a capture of " + id + " is under way");
        }
        Money left = payment.amounts().refundable();
        for (ReturnState.Requested each : returns) {
            left = left.minus(each.carried(id));
        }
        return left.isPositive()
                ? Optional.of(new RefundSource(id, payment.provider().method(), left))
                : Optional.empty();
    }

    /** What the goods that are sent instead come to by now, less what they got already. */
    private Money neededForReplacement(ReturnSettlementDue event) {
        Money none = Money.zero(event.amount().currency());
        OrderId replacement = event.replacementId();
        if (!event.forReplacement().isPositive()
                || replacement == null
                || !(standing.order(replacement) instanceof OrderState.Placed order)
                || !(standing.returned(event.returnId()) instanceof ReturnState.Requested known)) {
            return none;
        }
        return switch (order.status()) {
            case PLACED ->
                    throw new IllegalStateException(
                            "nobody knows yet whether " + replacement + " is sent");
            case CONFIRMED, IN_FULFILMENT, COMPLETED, CLOSED ->
                    known.neededForReplacement(order.total());
            case REJECTED, EXPIRED, CANCELLING, CANCELLED -> none;
        };
    }
}
