package io.daybook.domain.payment;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** A payment of 100 euros, and what can happen to it. */
final class PaymentFixtures {

    static final OrderId ORDER = OrderId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000001L));
    static final PaymentId ID = PaymentId.forOrder(ORDER);
    static final AuthorisePayment AUTHORISE =
            new AuthorisePayment(ID, ORDER, eur("100.00"), "card", "tok");
    static final PaymentRoute ROUTE = new PaymentRoute("card", "ref-authorise");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private PaymentFixtures() {}

    static Scenario<PaymentCommand, PaymentState, PaymentEvent, PaymentRejection> aPayment() {
        return new Scenario<>(PaymentState.initial(), PaymentState::evolve, PaymentDecider::decide);
    }

    static Scenario<PaymentCommand, PaymentState, PaymentEvent, PaymentRejection>
            anAuthorisedPayment() {
        return aPayment().givenCommands(AUTHORISE, approve("authorise"));
    }

    static Scenario<PaymentCommand, PaymentState, PaymentEvent, PaymentRejection>
            aCapturedPayment() {
        return anAuthorisedPayment().givenCommands(capture("100.00", "c1"), approve("c1"));
    }

    static PaymentStatus status(
            Scenario<PaymentCommand, PaymentState, PaymentEvent, PaymentRejection> payment) {
        return amounts(payment).status();
    }

    static PaymentAmounts amounts(
            Scenario<PaymentCommand, PaymentState, PaymentEvent, PaymentRejection> payment) {
        return ((PaymentState.Created) payment.state()).amounts();
    }

    static RecordProviderOutcome unknown(String operation) {
        return new RecordProviderOutcome(ID, operation, new ProviderOutcome.Unknown());
    }

    static RecordProviderOutcome approve(String operation) {
        return new RecordProviderOutcome(
                ID, operation, new ProviderOutcome.Approved("ref-" + operation));
    }

    static RecordProviderOutcome decline(String operation) {
        return new RecordProviderOutcome(ID, operation, new ProviderOutcome.Declined("no"));
    }

    static RecordProviderOutcome action(String operation) {
        return new RecordProviderOutcome(
                ID,
                operation,
                new ProviderOutcome.ActionRequired("https://bank.example/3ds", "ref-" + operation));
    }

    static CapturePayment capture(String amount, String operation) {
        return new CapturePayment(ID, eur(amount), operation);
    }

    static RefundPayment refund(String amount, String operation) {
        return new RefundPayment(ID, eur(amount), "goodwill", operation);
    }

    /** A callback, so many minutes after noon by the provider's clock. */
    static RecordProviderEvent callback(String eventId, int minute, ProviderFact fact) {
        return new RecordProviderEvent(ID, eventId, NOON.plusSeconds(minute * 60L), fact);
    }

    /** The event that every new callback leaves. */
    static ProviderEventReceived received(RecordProviderEvent callback, boolean applied) {
        return new ProviderEventReceived(
                ID,
                ORDER,
                callback.fact().operationId(),
                callback.providerEventId(),
                callback.fact().name(),
                callback.occurredAt(),
                applied);
    }

    static ProviderFact.Succeeded succeeded(ProviderOperation operation, String operationId) {
        return new ProviderFact.Succeeded(operation, operationId, null, "ref-" + operationId, null);
    }

    static ProviderFact.Succeeded outside(
            ProviderOperation operation, String operationId, String amount) {
        return new ProviderFact.Succeeded(
                operation, operationId, eur(amount), "ref-" + operationId, null);
    }

    static ProviderFact.Disputed disputed(String id, String amount, DisputeOutcome outcome) {
        return new ProviderFact.Disputed(id, eur(amount), "fraudulent", outcome);
    }

    static Money eur(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
