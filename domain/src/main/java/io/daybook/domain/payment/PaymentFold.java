package io.daybook.domain.payment;

import io.daybook.domain.payment.PaymentAmounts.Pending;
import io.daybook.domain.shared.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/** From the events of a payment to its money. */
final class PaymentFold {

    private final Map<String, Pending> pending;
    private final Map<String, Dispute> disputes;
    private Money authorised;
    private Money captured;
    private Money refunded;
    private Money voided;
    private Money expired;
    private boolean declined;

    private PaymentFold(PaymentAmounts before) {
        pending = new LinkedHashMap<>(before.pending());
        disputes = new LinkedHashMap<>(before.disputes());
        authorised = before.authorised();
        captured = before.captured();
        refunded = before.refunded();
        voided = before.voided();
        expired = before.expired();
        declined = before.declined();
    }

    static PaymentAmounts evolve(PaymentAmounts before, PaymentEvent event) {
        var next = new PaymentFold(before);
        next.apply(event);
        return new PaymentAmounts(
                next.authorised,
                next.captured,
                next.refunded,
                next.voided,
                next.expired,
                next.declined,
                next.pending,
                next.disputes);
    }

    private void apply(PaymentEvent event) {
        switch (event) {
            case AuthorisationRequested e -> asked(e, ProviderOperation.AUTHORISE, e.amount());
            case CaptureRequested e -> asked(e, ProviderOperation.CAPTURE, e.amount());
            case RefundRequested e -> asked(e, ProviderOperation.REFUND, e.amount());
            case VoidRequested e ->
                    asked(e, ProviderOperation.VOID, Money.zero(authorised.currency()));
            case PaymentAuthorised e -> {
                answered(e);
                authorised = e.amount();
                declined = false;
            }
            case PaymentCaptured e -> {
                answered(e);
                captured = captured.plus(e.amount());
            }
            case PaymentRefunded e -> {
                answered(e);
                refunded = refunded.plus(e.amount());
            }
            case PaymentVoided e -> {
                answered(e);
                voided = voided.plus(e.amount());
            }
            case CaptureFailed _, VoidFailed _, RefundFailed _ -> answered(event);
            // A declined authorisation also settles a void that was waiting for it.
            case PaymentDeclined _ -> {
                declined = true;
                pending.clear();
            }
            case AuthorisationExpired e -> expired = expired.plus(e.amount());
            case RefundReversed e -> refunded = refunded.minus(e.amount());
            case OfflinePaymentRecorded e -> {
                authorised = e.amount();
                captured = e.amount();
            }
            case DisputeOpened e ->
                    disputes.put(
                            e.disputeId(),
                            new Dispute(e.amount(), e.reason(), DisputeOutcome.OPEN));
            case DisputeClosed e ->
                    disputes.computeIfPresent(
                            e.disputeId(),
                            (_, open) -> new Dispute(e.amount(), open.reason(), e.outcome()));
            case CustomerActionRequired e ->
                    pending.computeIfPresent(
                            e.operationId(), (_, operation) -> operation.waitingFor(e.action()));
            case ProviderOutcomeUnknown e ->
                    pending.computeIfPresent(
                            e.operationId(), (_, operation) -> operation.doubted());
            case ProviderEventReceived _ -> {
                // What came of it are events of their own.
            }
        }
    }

    private void asked(PaymentEvent event, ProviderOperation operation, Money amount) {
        pending.put(event.operationId(), new Pending(operation, amount, false, null));
    }

    private void answered(PaymentEvent event) {
        pending.remove(event.operationId());
    }
}
