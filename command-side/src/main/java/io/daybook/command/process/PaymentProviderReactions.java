package io.daybook.command.process;

import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.ProviderRequest;
import io.daybook.domain.payment.AuthorisationRequested;
import io.daybook.domain.payment.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.payment.ProviderOutcome;
import io.daybook.domain.payment.ProviderOutcomeUnknown;
import io.daybook.domain.payment.RecordProviderOutcome;
import io.daybook.domain.payment.RefundRequested;
import io.daybook.domain.payment.VoidRequested;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Calls the provider for every stored intent and records what it answered. The idempotency key of a
 * call follows from the payment and the operation, so a repeated call moves no money twice.
 */
@ProcessingGroup(ProcessAutoConfiguration.PAYMENT_PROVIDER)
@DisallowReplay
final class PaymentProviderReactions {

    private final PaymentProvider provider;
    private final ProcessCommands commands;

    PaymentProviderReactions(PaymentProvider provider, ProcessCommands commands) {
        this.provider = provider;
        this.commands = commands;
    }

    @EventHandler
    void whenAuthorisationRequestedAskProvider(
            AuthorisationRequested event, EventMessage<AuthorisationRequested> message) {
        perform(
                event,
                new ProviderRequest(
                        key(event), ProviderOperation.AUTHORISE, event.amount(), event.token()),
                message);
    }

    @EventHandler
    void whenCaptureRequestedAskProvider(
            CaptureRequested event, EventMessage<CaptureRequested> message) {
        perform(
                event,
                new ProviderRequest(key(event), ProviderOperation.CAPTURE, event.amount(), null),
                message);
    }

    @EventHandler
    void whenVoidRequestedAskProvider(VoidRequested event, EventMessage<VoidRequested> message) {
        perform(
                event,
                new ProviderRequest(key(event), ProviderOperation.VOID, null, null),
                message);
    }

    @EventHandler
    void whenRefundRequestedAskProvider(
            RefundRequested event, EventMessage<RefundRequested> message) {
        perform(
                event,
                new ProviderRequest(key(event), ProviderOperation.REFUND, event.amount(), null),
                message);
    }

    /** Never guessed: the provider is asked until it says what became of the operation. */
    @EventHandler
    void whenOutcomeUnknownInquire(
            ProviderOutcomeUnknown event, EventMessage<ProviderOutcomeUnknown> message) {
        ProviderOutcome outcome = provider.inquire(key(event));
        if (outcome instanceof ProviderOutcome.Unknown) {
            throw new IllegalStateException(
                    "the provider does not know yet what became of " + key(event));
        }
        record(event, outcome, message, "inquiry");
    }

    private void perform(PaymentEvent event, ProviderRequest request, EventMessage<?> message) {
        record(event, provider.perform(request), message, "outcome");
    }

    private void record(
            PaymentEvent event, ProviderOutcome outcome, EventMessage<?> message, String step) {
        commands.require(
                new RecordProviderOutcome(event.paymentId(), event.operationId(), outcome),
                message,
                step);
    }

    private static String key(PaymentEvent event) {
        return event.paymentId() + "/" + event.operationId();
    }
}
