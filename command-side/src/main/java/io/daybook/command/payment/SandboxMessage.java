package io.daybook.command.payment;

import io.daybook.domain.payment.DisputeOutcome;
import io.daybook.domain.payment.ProviderCallback;
import io.daybook.domain.payment.ProviderFact;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.payment.RecordProviderEvent;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A callback as JSON.
 *
 * @param type for example {@code authorisation.succeeded} or {@code dispute.lost}
 * @param operationId {@code authorise} when left out
 * @param amount a decimal string in {@code currency}
 */
record SandboxMessage(
        @Nullable String id,
        @Nullable String type,
        @Nullable String tenant,
        @Nullable String paymentId,
        @Nullable String operationId,
        @Nullable String occurredAt,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String reference,
        @Nullable String action,
        @Nullable String reason,
        @Nullable String disputeId,
        @Nullable String expiresAt) {

    /**
     * What the message says.
     *
     * @throws IllegalArgumentException that names what is wrong or missing
     */
    ProviderCallback callback() {
        String event = required(id, "id");
        String what = required(type, "type");
        var fact = fact(what);
        return fact == null
                ? new ProviderCallback.Irrelevant(event, what)
                : new ProviderCallback.Report(
                        new TenantId(required(tenant, "tenant")),
                        new RecordProviderEvent(
                                new PaymentId(required(paymentId, "paymentId")),
                                event,
                                time(required(occurredAt, "occurredAt")),
                                fact));
    }

    private @Nullable ProviderFact fact(String what) {
        return switch (what) {
            case "authorisation.processing" -> new ProviderFact.Processing(operation());
            case "authorisation.action-required" ->
                    new ProviderFact.ActionRequired(
                            operation(),
                            required(action, "action"),
                            required(reference, "reference"));
            case "authorisation.succeeded" -> succeeded(ProviderOperation.AUTHORISE);
            case "authorisation.failed" -> failed(ProviderOperation.AUTHORISE);
            case "authorisation.ended" ->
                    new ProviderFact.AuthorisationEnded(operation(), required(reason, "reason"));
            case "capture.succeeded" -> succeeded(ProviderOperation.CAPTURE);
            case "capture.failed" -> failed(ProviderOperation.CAPTURE);
            case "void.succeeded" -> succeeded(ProviderOperation.VOID);
            case "void.failed" -> failed(ProviderOperation.VOID);
            case "refund.succeeded" -> succeeded(ProviderOperation.REFUND);
            case "refund.failed" -> failed(ProviderOperation.REFUND);
            case "dispute.opened" -> disputed(DisputeOutcome.OPEN);
            case "dispute.won" -> disputed(DisputeOutcome.WON);
            case "dispute.lost" -> disputed(DisputeOutcome.LOST);
            default -> null;
        };
    }

    private ProviderFact succeeded(ProviderOperation operation) {
        return new ProviderFact.Succeeded(
                operation,
                operation(),
                amount == null ? null : money(),
                required(reference, "reference"),
                expiresAt == null ? null : time(expiresAt));
    }

    private ProviderFact failed(ProviderOperation operation) {
        return new ProviderFact.Failed(operation, operation(), required(reason, "reason"));
    }

    private ProviderFact disputed(DisputeOutcome outcome) {
        return new ProviderFact.Disputed(
                required(disputeId, "disputeId"), money(), required(reason, "reason"), outcome);
    }

    private String operation() {
        return operationId == null ? "authorise" : operationId;
    }

    private Money money() {
        return new Money(
                new BigDecimal(required(amount, "amount")),
                Currency.getInstance(required(currency, "currency")));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text + " is not an instant", e);
        }
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
