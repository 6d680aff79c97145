package io.daybook.command.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParseException;
import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.net.Webhook;
import io.daybook.domain.payment.CallbackRejection;
import io.daybook.domain.payment.DisputeOutcome;
import io.daybook.domain.payment.ProviderCallback;
import io.daybook.domain.payment.ProviderCallbacks;
import io.daybook.domain.payment.ProviderFact;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.payment.RecordProviderEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Stripe's webhooks. The library verifies their signatures; what they are about is written on
 * the objects, or on the intent that an object belongs to.
 */
final class StripeCallbacks implements ProviderCallbacks {

    private static final String AUTHORISE = "authorise";
    private static final String OUTSIDE = "outside-";
    private static final Pattern TIME = Pattern.compile("t=(\\d{1,12})");

    private final StripeClient stripe;
    private final @Nullable String secret;
    private final Duration tolerance;
    private final Clock clock;

    /**
     * @param secret {@code null} when none is configured: then nothing is believed
     */
    StripeCallbacks(StripeClient stripe, @Nullable String secret, Duration tolerance, Clock clock) {
        this.stripe = stripe;
        this.secret = secret;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public String signatureHeader() {
        return "Stripe-Signature";
    }

    @Override
    public ProviderCallback read(@Nullable String signature, byte[] body) {
        if (secret == null) {
            return new ProviderCallback.Refused(new CallbackRejection.NotConfigured());
        }
        if (signature == null) {
            return new ProviderCallback.Refused(
                    new CallbackRejection.SignatureMissing(signatureHeader()));
        }
        try {
            Event event =
                    Webhook.constructEvent(
                            new String(body, UTF_8),
                            signature,
                            secret,
                            tolerance.toSeconds(),
                            clock);
            return read(event);
        } catch (SignatureVerificationException e) {
            return new ProviderCallback.Refused(refusal(e, signature));
        } catch (StripeException e) {
            throw new IllegalStateException("Stripe could not be asked: " + e.getMessage(), e);
        } catch (JsonParseException | IllegalArgumentException e) {
            return new ProviderCallback.Refused(
                    new CallbackRejection.Unreadable(String.valueOf(e.getMessage())));
        }
    }

    /** The library tells its reasons apart by their text only. */
    private CallbackRejection refusal(SignatureVerificationException failure, String signature) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("Unable to extract") || message.contains("expected scheme")) {
            return new CallbackRejection.SignatureMissing(signatureHeader());
        }
        var time = TIME.matcher(signature);
        return message.contains("tolerance") && time.find()
                ? new CallbackRejection.SignatureExpired(
                        Instant.ofEpochSecond(Long.parseLong(time.group(1))), tolerance)
                : new CallbackRejection.SignatureWrong();
    }

    private ProviderCallback read(Event event) throws StripeException {
        var data = event.getDataObjectDeserializer();
        StripeObject object =
                data.getObject().isPresent() ? data.getObject().get() : data.deserializeUnsafe();
        return switch (object) {
            case PaymentIntent intent ->
                    report(event, StripeMetadata.owner(intent.getMetadata()), fact(event, intent));
            case Refund refund ->
                    report(
                            event,
                            owner(refund.getMetadata(), refund.getPaymentIntent()),
                            fact(refund));
            case Dispute dispute ->
                    report(event, owner(null, dispute.getPaymentIntent()), fact(dispute));
            default -> irrelevant(event);
        };
    }

    private static Optional<ProviderFact> fact(Event event, PaymentIntent intent) {
        return switch (event.getType()) {
            case "payment_intent.amount_capturable_updated" ->
                    Optional.of(
                            new ProviderFact.Succeeded(
                                    ProviderOperation.AUTHORISE,
                                    AUTHORISE,
                                    null,
                                    intent.getId(),
                                    null));
            case "payment_intent.requires_action" ->
                    Optional.of(
                            new ProviderFact.ActionRequired(
                                    AUTHORISE, StripeAnswers.action(intent), intent.getId()));
            case "payment_intent.processing" -> Optional.of(new ProviderFact.Processing(AUTHORISE));
            case "payment_intent.payment_failed" ->
                    Optional.of(
                            new ProviderFact.Failed(
                                    ProviderOperation.AUTHORISE,
                                    AUTHORISE,
                                    StripeAnswers.declined(intent)));
            case "payment_intent.canceled" ->
                    Optional.of(new ProviderFact.AuthorisationEnded(AUTHORISE, ended(intent)));
            case "payment_intent.succeeded" -> captured(intent);
            default -> Optional.empty();
        };
    }

    private static String ended(PaymentIntent intent) {
        String reason = intent.getCancellationReason();
        return reason == null ? "canceled" : reason.replace('_', '-');
    }

    /** Of several captures the event does not tell which one it is about; their calls did. */
    private static Optional<ProviderFact> captured(PaymentIntent intent) {
        var captures = StripeMetadata.captures(intent.getMetadata());
        return switch (captures.size()) {
            case 0 ->
                    Optional.of(
                            new ProviderFact.Succeeded(
                                    ProviderOperation.CAPTURE,
                                    OUTSIDE + intent.getLatestCharge(),
                                    StripeAmounts.money(
                                            intent.getAmountReceived(), intent.getCurrency()),
                                    intent.getId(),
                                    null));
            case 1 ->
                    Optional.of(
                            new ProviderFact.Succeeded(
                                    ProviderOperation.CAPTURE,
                                    captures.getFirst(),
                                    null,
                                    intent.getId(),
                                    null));
            default -> Optional.empty();
        };
    }

    private static Optional<ProviderFact> fact(Refund refund) {
        String named =
                refund.getMetadata() == null
                        ? null
                        : refund.getMetadata().get(StripeMetadata.OPERATION);
        String operationId = named == null ? OUTSIDE + refund.getId() : named;
        return switch (String.valueOf(refund.getStatus())) {
            case "succeeded" ->
                    Optional.of(
                            new ProviderFact.Succeeded(
                                    ProviderOperation.REFUND,
                                    operationId,
                                    StripeAmounts.money(refund.getAmount(), refund.getCurrency()),
                                    refund.getId(),
                                    null));
            case "failed", "canceled" ->
                    Optional.of(
                            new ProviderFact.Failed(
                                    ProviderOperation.REFUND,
                                    operationId,
                                    StripeAnswers.failed(refund)));
            default -> Optional.of(new ProviderFact.Processing(operationId));
        };
    }

    /** A warning is a question of the bank; no money moves for it. */
    private static Optional<ProviderFact> fact(Dispute dispute) {
        String status = String.valueOf(dispute.getStatus());
        if (status.startsWith("warning_")) {
            return Optional.empty();
        }
        DisputeOutcome outcome =
                switch (status) {
                    case "won", "prevented" -> DisputeOutcome.WON;
                    case "lost" -> DisputeOutcome.LOST;
                    default -> DisputeOutcome.OPEN;
                };
        return Optional.of(
                new ProviderFact.Disputed(
                        dispute.getId(),
                        StripeAmounts.money(dispute.getAmount(), dispute.getCurrency()),
                        String.valueOf(dispute.getReason()).replace('_', '-'),
                        outcome));
    }

    /** What somebody made at Stripe by hand carries nothing of ours; its intent does. */
    private Optional<StripeMetadata.Owner> owner(
            @Nullable Map<String, String> metadata, @Nullable String intent)
            throws StripeException {
        var own = StripeMetadata.owner(metadata);
        return own.isPresent() || intent == null
                ? own
                : StripeMetadata.owner(stripe.v1().paymentIntents().retrieve(intent).getMetadata());
    }

    private static ProviderCallback report(
            Event event, Optional<StripeMetadata.Owner> owner, Optional<ProviderFact> fact) {
        return owner.isEmpty() || fact.isEmpty()
                ? irrelevant(event)
                : new ProviderCallback.Report(
                        owner.get().tenant(),
                        new RecordProviderEvent(
                                owner.get().paymentId(),
                                event.getId(),
                                Instant.ofEpochSecond(event.getCreated()),
                                fact.get()));
    }

    private static ProviderCallback irrelevant(Event event) {
        return new ProviderCallback.Irrelevant(event.getId(), event.getType());
    }
}
