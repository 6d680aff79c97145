package io.daybook.command.process;

import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.ProviderRequest;
import io.daybook.command.payment.StoredPayments;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.payment.AuthorisationRequested;
import io.daybook.domain.payment.CaptureRequested;
import io.daybook.domain.payment.OfflineMethod;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentRoute;
import io.daybook.domain.payment.PaymentState;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.payment.ProviderOutcome;
import io.daybook.domain.payment.ProviderOutcomeUnknown;
import io.daybook.domain.payment.RecordProviderOutcome;
import io.daybook.domain.payment.RefundRequested;
import io.daybook.domain.payment.StoreCreditMethod;
import io.daybook.domain.payment.VoidRequested;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.TenantId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Calls the provider for every stored intent and records what it answered. The idempotency key of a
 * call follows from the payment and the operation, so a repeated call moves no money twice.
 */
@ProcessingGroup(ProcessAutoConfiguration.PAYMENT_PROVIDER)
@DisallowReplay
final class PaymentProviderReactions {

    private final PaymentProvider provider;
    private final StoreCreditPayments storeCredit;
    private final StoredPayments payments;
    private final ProcessCommands commands;

    PaymentProviderReactions(
            PaymentProvider provider,
            StoreCreditPayments storeCredit,
            StoredPayments payments,
            ProcessCommands commands) {
        this.provider = provider;
        this.storeCredit = storeCredit;
        this.payments = payments;
        this.commands = commands;
    }

    @EventHandler
    void whenAuthorisationRequestedAskProvider(
            AuthorisationRequested event, EventMessage<AuthorisationRequested> message) {
        perform(
                event,
                request(
                        event,
                        ProviderOperation.AUTHORISE,
                        event.amount(),
                        new Way(event.method(), event.token(), null),
                        message),
                message);
    }

    @EventHandler
    void whenCaptureRequestedAskProvider(
            CaptureRequested event, EventMessage<CaptureRequested> message) {
        perform(
                event,
                request(
                        event,
                        ProviderOperation.CAPTURE,
                        event.amount(),
                        way(event, event.route()),
                        message),
                message);
    }

    /**
     * Wanted before anybody knows whether there is something to void, the authorisation is settled
     * first: one that arrives after its void would hold the money for ever.
     */
    @EventHandler
    void whenVoidRequestedAskProvider(VoidRequested event, EventMessage<VoidRequested> message) {
        if (event.route() == null) {
            stored(event).amounts().pending().entrySet().stream()
                    .filter(each -> each.getValue().inDoubt())
                    .findFirst()
                    .ifPresent(doubt -> inquire(event, doubt.getKey(), message));
        }
        perform(
                event,
                request(event, ProviderOperation.VOID, null, way(event, event.route()), message),
                message);
    }

    /** Nobody is asked about a payment without a provider: people hand that money over. */
    @EventHandler
    void whenRefundRequestedAskProvider(
            RefundRequested event, EventMessage<RefundRequested> message) {
        Way way = way(event, event.route());
        if (!OfflineMethod.isOffline(way.method())) {
            perform(
                    event,
                    request(event, ProviderOperation.REFUND, event.amount(), way, message),
                    message);
        }
    }

    /**
     * Never guessed: the provider is asked until it says what became of the operation, or until a
     * callback or a person has said it.
     */
    @EventHandler
    void whenOutcomeUnknownInquire(
            ProviderOutcomeUnknown event, EventMessage<ProviderOutcomeUnknown> message) {
        inquire(event, event.operationId(), message);
    }

    private void inquire(PaymentEvent event, String operationId, EventMessage<?> message) {
        var payment = stored(event);
        var pending = payment.amounts().pending().get(operationId);
        if (pending == null || pending.customerAction() != null) {
            return;
        }
        var request =
                request(
                        event,
                        operationId,
                        pending.operation(),
                        pending.operation() == ProviderOperation.VOID ? null : pending.amount(),
                        Way.of(payment),
                        message);
        ProviderOutcome outcome =
                StoreCreditMethod.is(request.method())
                        ? storeCredit.perform(request, message)
                        : provider.inquire(request);
        if (outcome instanceof ProviderOutcome.Unknown) {
            throw new IllegalStateException(
                    "the provider does not know yet what became of " + request.idempotencyKey());
        }
        record(request, outcome, message, "inquiry");
    }

    private void perform(PaymentEvent event, ProviderRequest request, EventMessage<?> message) {
        if (!StoreCreditMethod.is(request.method())) {
            record(request, provider.perform(request), message, "outcome");
            return;
        }
        // A provider repeats what it answered; an account that refused may agree when it has more
        // by now, and would keep credit for a payment that was declined. It is not asked twice.
        if (stored(event).amounts().pending().containsKey(request.operationId())) {
            record(request, storeCredit.perform(request, message), message, "outcome");
        }
    }

    private void record(
            ProviderRequest request,
            ProviderOutcome outcome,
            EventMessage<?> message,
            String step) {
        commands.require(
                new RecordProviderOutcome(request.paymentId(), request.operationId(), outcome),
                message,
                step);
    }

    private static ProviderRequest request(
            PaymentEvent event,
            ProviderOperation operation,
            @Nullable Money amount,
            Way way,
            EventMessage<?> message) {
        return request(event, event.operationId(), operation, amount, way, message);
    }

    private static ProviderRequest request(
            PaymentEvent event,
            String operationId,
            ProviderOperation operation,
            @Nullable Money amount,
            Way way,
            EventMessage<?> message) {
        return new ProviderRequest(
                new TenantId(String.valueOf(message.getMetaData().get(MetadataKeys.TENANT))),
                event.paymentId(),
                event.orderId(),
                operationId,
                operation,
                amount,
                way.method(),
                way.token(),
                way.reference(),
                message.getTimestamp());
    }

    /** Whom to ask, and how the provider calls the money. */
    private record Way(String method, @Nullable String token, @Nullable String reference) {
        static Way of(PaymentState.Created payment) {
            var side = payment.provider();
            return new Way(side.method(), side.token(), side.reference());
        }
    }

    /** The intent says it, unless it was stored before the authorisation was answered. */
    private Way way(PaymentEvent event, @Nullable PaymentRoute route) {
        return route == null
                ? Way.of(stored(event))
                : new Way(route.method(), null, route.providerReference());
    }

    private PaymentState.Created stored(PaymentEvent event) {
        return payments.find(event.paymentId())
                .orElseThrow(() ->
                        new IllegalStateException(event.paymentId() + " has an event, and none"));
    }
}
