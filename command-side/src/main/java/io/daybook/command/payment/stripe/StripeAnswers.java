package io.daybook.command.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import io.daybook.domain.payment.ProviderOutcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the state of an object at Stripe says about an operation. */
final class StripeAnswers {

    private StripeAnswers() {}

    static ProviderOutcome authorisation(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "requires_capture", "succeeded" ->
                    new ProviderOutcome.Approved(intent.getId(), expiry(intent), false);
            case "requires_action" ->
                    new ProviderOutcome.ActionRequired(action(intent), intent.getId());
            case "requires_payment_method" -> new ProviderOutcome.Declined(declined(intent));
            case "canceled" -> new ProviderOutcome.Declined("canceled");
            default -> new ProviderOutcome.Unknown();
        };
    }

    /** Whether the capture left its mark; if not, it has not happened. */
    static Optional<ProviderOutcome> capture(PaymentIntent intent, String operationId) {
        return intent.getMetadata().containsKey(StripeMetadata.captureMark(operationId))
                ? Optional.of(
                        new ProviderOutcome.Approved(intent.getId(), null, !holdsMore(intent)))
                : Optional.empty();
    }

    /** Whether nothing is held any more; if not, the void has not happened. */
    static Optional<ProviderOutcome> release(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "canceled", "succeeded" ->
                    Optional.of(new ProviderOutcome.Approved(intent.getId()));
            default -> Optional.empty();
        };
    }

    static ProviderOutcome refund(Refund refund) {
        return switch (String.valueOf(refund.getStatus())) {
            case "succeeded" -> new ProviderOutcome.Approved(refund.getId());
            case "failed", "canceled" -> new ProviderOutcome.Declined(failed(refund));
            default -> new ProviderOutcome.Unknown();
        };
    }

    static String failed(Refund refund) {
        String reason = refund.getFailureReason();
        return reason == null ? String.valueOf(refund.getStatus()) : reason.replace('_', '-');
    }

    static String action(PaymentIntent intent) {
        PaymentIntent.NextAction next = intent.getNextAction();
        if (next == null) {
            return "confirm";
        }
        var redirect = next.getRedirectToUrl();
        return redirect == null || redirect.getUrl() == null ? next.getType() : redirect.getUrl();
    }

    static String declined(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        if (error == null) {
            return "declined";
        }
        String code = error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
        return code == null ? "declined" : code.replace('_', '-');
    }

    /** Whether a later capture can take the rest. */
    static boolean takesSeveralCaptures(PaymentIntent intent) {
        return card(intent)
                .map(Charge.PaymentMethodDetails.Card::getMulticapture)
                .map(several -> "available".equals(several.getStatus()))
                .orElse(false);
    }

    private static boolean holdsMore(PaymentIntent intent) {
        Long capturable = intent.getAmountCapturable();
        return capturable != null && capturable > 0;
    }

    private static @Nullable Instant expiry(PaymentIntent intent) {
        return card(intent)
                .map(Charge.PaymentMethodDetails.Card::getCaptureBefore)
                .map(Instant::ofEpochSecond)
                .orElse(null);
    }

    /** Nothing unless the charge was asked for together with the intent. */
    private static Optional<Charge.PaymentMethodDetails.Card> card(PaymentIntent intent) {
        return Optional.ofNullable(intent.getLatestChargeObject())
                .map(Charge::getPaymentMethodDetails)
                .map(Charge.PaymentMethodDetails::getCard);
    }
}
